package io.tocsin.dialects.dynatrace;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import io.tocsin.model.Entity;
import io.tocsin.model.EventContent;
import io.tocsin.model.EventStatus;

/**
 * What a client posted, whichever version it spoke. It becomes one event for each entity that it is attached to.
 *
 * @param title null when none was given
 * @param endsAt when it ends by itself; null means by its timeout, or at its start when it opens no problem
 * @param properties as posted, the fields of version 1 under their names as properties
 */
public record PostedEvent(
        PostedType type,
        String title,
        Instant startsAt,
        Instant endsAt,
        Duration timeout,
        Map<String, Object> properties) {

    /** How far ahead an event may end; ours, a little less than what the store takes from any dialect. */
    static final Duration LONGEST_TO_COME = Duration.ofDays(30);

    /** The source of an event which names none: it came through this dialect. */
    private static final String UNNAMED_SOURCE = "dynatrace";

    /** Code points. Ours; Datadog cuts texts there too. */
    private static final int LONGEST_TEXT = 4000;

    private static final int HASH_BYTES = 8;

    /** @param tags those which the entity has now */
    public EventContent about(Entity entity, List<DynatraceTag> tags) {
        var titled = shortened(title == null ? DynatraceTitles.madeUp(type.name(), properties) : title);
        return EventContent.titled(titled)
                .text(shortened(text()))
                .happenedAt(startsAt)
                .endedAt(end())
                .status(type.opensProblem() ? EventStatus.OPEN : EventStatus.CLOSED)
                .type(type.name())
                .severity(type.severity())
                .source(source().toLowerCase(Locale.ROOT))
                .host(hostOf(entity))
                .entity(entity)
                .tags(tags.stream().map(DynatraceTag::stored).toList())
                .aggregationKey(type.opensProblem() ? fingerprint(entity) : null)
                .correlationId(randomHex())
                .attributes(Map.of(Properties.ATTRIBUTE, completed(titled, entity)))
                .build();
    }

    private Instant end() {
        if (endsAt != null) {
            return endsAt;
        }
        return type.opensProblem() ? startsAt.plus(timeout) : startsAt;
    }

    private String text() {
        var description = said(Properties.DESCRIPTION);
        return description == null ? said(Properties.ANNOTATION_DESCRIPTION) : description;
    }

    private String source() {
        var source = said(Properties.SOURCE);
        return source == null || source.isBlank() ? UNNAMED_SOURCE : source;
    }

    private String said(String property) {
        return properties.get(property) instanceof String text ? text : null;
    }

    /** With those which the server adds (wire/dynatrace.md §7), stored so that selectors find them. */
    private Map<String, Object> completed(String titled, Entity entity) {
        var all = new LinkedHashMap<>(properties);
        if (type.opensProblem()) {
            all.putIfAbsent(Properties.TIMEOUT, Long.toString(timeout.toMinutes()));
        }
        ServerProperties.of(type.name(), titled, entity).forEach(all::putIfAbsent);
        return all;
    }

    private static String hostOf(Entity entity) {
        if (!DynatraceEntities.HOST.equals(entity.type())) {
            return null;
        }
        return entity.name() == null ? entity.id() : entity.name();
    }

    /** The same for the same payload about the same entity, whenever and for how long it is posted. */
    private String fingerprint(Entity entity) {
        var text = String.join("\n", entity.id(), type.name(), String.valueOf(title), new TreeMap<>(properties).toString());
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String randomHex() {
        return HexFormat.of().toHexDigits(UUID.randomUUID().getLeastSignificantBits());
    }

    /** Counts code points, so that no character is cut in half. */
    private static String shortened(String text) {
        return text == null || text.codePointCount(0, text.length()) <= LONGEST_TEXT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT));
    }
}
