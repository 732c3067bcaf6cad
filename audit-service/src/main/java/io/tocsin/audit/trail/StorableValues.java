package io.tocsin.audit.trail;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import io.tocsin.audit.person.Subject;
import io.tocsin.model.StorableText;

/**
 * What a message says, as values which can be kept: maps in the order of their names, and each text that is an e-mail address as
 * somebody's, who can be erased like those who act.
 *
 * @param subjects where everybody is added of whom something is said
 */
record StorableValues(String organization, Collection<Subject> subjects) {

    private static final Pattern ADDRESS = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,255}");

    /**
     * Of what Jackson makes of JSON: maps, lists, texts, numbers, booleans and null. Texts are asked for first: whether one of so many
     * interfaces is a map takes longer to find out than all else.
     */
    Object of(Object value) {
        if (value instanceof String text) {
            return text(text);
        }
        if (value instanceof Map<?, ?> map) {
            var members = new TreeMap<String, Object>();
            map.forEach((name, member) -> members.put(StorableText.of(String.valueOf(name)), of(member)));
            return members;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(this::of).toList();
        }
        return value == null || value instanceof Boolean || value instanceof Number ? value : text(value.toString());
    }

    private Object text(String value) {
        var text = StorableText.of(value);
        return isAddress(text) ? personal(Subject.address(organization, text), text) : text;
    }

    Personal personal(Subject of, Object value) {
        subjects.add(of);
        return new Personal(of, value);
    }

    private static boolean isAddress(String text) {
        return text.indexOf('@') > 0 && ADDRESS.matcher(text).matches();
    }
}
