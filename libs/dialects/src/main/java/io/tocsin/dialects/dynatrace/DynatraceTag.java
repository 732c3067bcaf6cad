package io.tocsin.dialects.dynatrace;

import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.tocsin.dialects.dynatrace.DynatraceEvent.EntityTag;

/**
 * A tag of an entity. An event keeps those its entity had when it was posted, in their string form, so that every other dialect
 * shows them as its tags; and the tags of an event of another dialect are shown as tags without context.
 *
 * @param value left out when the tag has none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DynatraceTag(String context, String key, String value) {

    public static final String CONTEXTLESS = "CONTEXTLESS";

    private static final List<String> CONTEXTS = List.of(CONTEXTLESS, "AWS", "AWS_GENERIC", "AZURE", "CLOUD_FOUNDRY",
            "ENVIRONMENT",
            "GOOGLE_CLOUD", "KUBERNETES");

    public static boolean isContext(String word) {
        return CONTEXTS.contains(word.toUpperCase(Locale.ROOT));
    }

    static List<String> contexts() {
        return CONTEXTS;
    }

    /**
     * Reads {@code key}, {@code key:value} or {@code [Context]key:value}. A backslash makes a colon part of the key; any other
     * bracket at the beginning is part of it anyway.
     */
    public static DynatraceTag parse(String text) {
        var end = text.startsWith("[") ? text.indexOf(']') : -1;
        var named = end > 0 && isContext(text.substring(1, end));
        var context = named ? text.substring(1, end).toUpperCase(Locale.ROOT) : CONTEXTLESS;
        var rest = named ? text.substring(end + 1) : text;
        var colon = firstColon(rest);
        return new DynatraceTag(context, unescaped(colon < 0 ? rest : rest.substring(0, colon)),
                colon < 0 ? null : unescaped(rest.substring(colon + 1)));
    }

    private static int firstColon(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) == '\\') {
                at++;
            } else if (text.charAt(at) == ':') {
                return at;
            }
        }
        return -1;
    }

    private static String unescaped(String text) {
        return text.replace("\\:", ":");
    }

    /** As {@link #parse} reads it back. */
    public String stored() {
        return prefix() + key.replace(":", "\\:") + (value == null ? "" : ":" + value);
    }

    /** As version 2 shows it, which does not escape. */
    public String display() {
        return prefix() + key + (value == null ? "" : ":" + value);
    }

    EntityTag shown() {
        return new EntityTag(context, key, value, display());
    }

    private String prefix() {
        return context.equals(CONTEXTLESS) ? "" : "[" + titled(context) + "]";
    }

    /** {@code ENVIRONMENT} is shown as {@code [Environment]}. */
    private static String titled(String word) {
        return word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
    }
}
