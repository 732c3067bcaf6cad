package io.tocsin.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** Times as services tell them to each other. The form that they write themselves, in UTC, is read without any garbage. */
public final class Rfc3339 {

    private static final int UP_TO_SECONDS = "2026-11-22T06:30:00".length();
    private static final int NANO_DIGITS = 9;
    private static final int NONE = -1;
    private static final long DAY = 86_400;

    private Rfc3339() {}

    /** Fails with {@link java.time.format.DateTimeParseException}. */
    public static Instant parse(String text) {
        var instant = isUsual(text) ? usual(text) : null;
        return instant == null ? OffsetDateTime.parse(text).toInstant() : instant;
    }

    private static boolean isUsual(String text) {
        return text.length() > UP_TO_SECONDS && text.length() <= UP_TO_SECONDS + 2 + NANO_DIGITS
                && text.charAt(4) == '-' && text.charAt(7) == '-' && text.charAt(10) == 'T'
                && text.charAt(13) == ':' && text.charAt(16) == ':' && text.charAt(text.length() - 1) == 'Z';
    }

    /** Null when there is anything uncommon about it, which the other parser shall judge. */
    private static Instant usual(String text) {
        var hour = digits(text, 11, 13);
        var minute = digits(text, 14, 16);
        var second = digits(text, 17, UP_TO_SECONDS);
        var nano = nano(text);
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59 || nano == NONE) {
            return null;
        }
        try {
            var day = LocalDate.of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)).toEpochDay();
            return Instant.ofEpochSecond(day * DAY + hour * 3600 + minute * 60 + second, nano);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int nano(String text) {
        var end = text.length() - 1;
        if (end == UP_TO_SECONDS) {
            return 0;
        }
        var fraction = text.charAt(UP_TO_SECONDS) == '.' && end > UP_TO_SECONDS + 1
                ? digits(text, UP_TO_SECONDS + 1, end)
                : NONE;
        for (var digit = end - UP_TO_SECONDS - 1; fraction > 0 && digit < NANO_DIGITS; digit++) {
            fraction *= 10;
        }
        return fraction;
    }

    private static int digits(String text, int from, int until) {
        var number = 0;
        for (var at = from; at < until; at++) {
            var digit = text.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                return NONE;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
