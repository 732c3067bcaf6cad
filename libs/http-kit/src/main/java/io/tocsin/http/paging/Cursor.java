package io.tocsin.http.paging;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;

/**
 * A place in a list ordered by (time, id), as an opaque word that needs no escaping in a URL. It pins the range of the first
 * page, so that a relative window does not drift while somebody pages, and it fits only the query it was made for.
 *
 * @param from beginning of the range, null when there is none
 * @param to end of the range, null when there is none
 * @param direction on which side of the place the page lies
 * @param time of the row beside which the page lies, in microseconds as PostgreSQL keeps it
 * @param id of that row
 */
public record Cursor(Instant from, Instant to, Direction direction, Instant time, String id) {

    public enum Direction {
        NEXT, PREVIOUS
    }

    private static final String SEPARATOR = "~";
    private static final int PARTS = 6;
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int FINGERPRINT_BYTES = 9;

    public Cursor {
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(id, "id");
    }

    /** @param filter whatever else decides which rows are listed, in a fixed order: tenant, account groups, search text */
    public String encode(Object... filter) {
        var text = String.join(SEPARATOR, fingerprint(filter), micros(from), micros(to), direction.name().substring(0, 1),
                micros(time), id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Fails with {@link BadCursor} when the word is no cursor, or one of another query. */
    public static Cursor decode(String word, Object... filter) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(word), StandardCharsets.UTF_8);
            var parts = text.split(SEPARATOR, PARTS);
            if (parts.length < PARTS || !parts[0].equals(fingerprint(filter))) {
                throw new BadCursor();
            }
            return new Cursor(instant(parts[1]), instant(parts[2]), direction(parts[3]), instant(parts[4]), parts[5]);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException | NullPointerException e) {
            throw new BadCursor();
        }
    }

    private static Direction direction(String letter) {
        return switch (letter) {
            case "N" -> Direction.NEXT;
            case "P" -> Direction.PREVIOUS;
            default -> throw new BadCursor();
        };
    }

    /** Not by {@code ChronoUnit.MICROS.between}, which counts nanoseconds and has no room for those of 300 years. */
    private static String micros(Instant instant) {
        return instant == null
                ? ""
                : Long.toString(instant.getEpochSecond() * MICROS_PER_SECOND + instant.getNano() / 1000, Character.MAX_RADIX);
    }

    private static Instant instant(String micros) {
        return micros.isEmpty() ? null : Instant.EPOCH.plus(Long.parseLong(micros, Character.MAX_RADIX), ChronoUnit.MICROS);
    }

    private static String fingerprint(Object... filter) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(Arrays.toString(filter).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
