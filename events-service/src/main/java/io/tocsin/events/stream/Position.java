package io.tocsin.events.stream;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * A place in the feed: behind this event, or before every event of this transaction.
 *
 * @param transaction PostgreSQL's xid8
 * @param id of the event, 0 for before all of its transaction
 * @param at when what lies before it was recorded, as far as known; only retention asks
 */
public record Position(long transaction, long id, Instant at) implements Comparable<Position> {

    private static final Comparator<Position> ORDER = Comparator.comparingLong(Position::transaction)
            .thenComparingLong(Position::id);

    private static final String FORM = "1";
    private static final String SEPARATOR = ".";
    private static final int PARTS = 4;

    public Position {
        Objects.requireNonNull(at, "at");
    }

    static Position before(long transaction, Instant at) {
        return new Position(transaction, 0, at);
    }

    /** Empty when the word is not one which {@link #word} made. */
    public static Optional<Position> parse(String word) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(word), StandardCharsets.US_ASCII).split("\\.", -1);
            if (parts.length != PARTS || !parts[0].equals(FORM)) {
                return Optional.empty();
            }
            var position = new Position(number(parts[1]), number(parts[2]),
                    Instant.EPOCH.plus(number(parts[3]), ChronoUnit.MICROS));
            return Optional.of(position).filter(read -> read.word().equals(word));
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** Opaque, and needs no escaping anywhere. */
    public String word() {
        var text = String.join(SEPARATOR, FORM, text(transaction), text(id), text(ChronoUnit.MICROS.between(Instant.EPOCH,
                at)));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    boolean isBehind(Position other) {
        return compareTo(other) > 0;
    }

    static Position later(Position one, Position other) {
        return one.isBehind(other) ? one : other;
    }

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }

    private static long number(String digits) {
        var number = Long.parseLong(digits, Character.MAX_RADIX);
        if (number < 0) {
            throw new IllegalArgumentException("no part of a position is negative");
        }
        return number;
    }

    private static String text(long number) {
        return Long.toString(number, Character.MAX_RADIX);
    }
}
