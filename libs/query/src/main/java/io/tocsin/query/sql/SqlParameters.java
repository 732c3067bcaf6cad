package io.tocsin.query.sql;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Collects values and hands out their places, with the type spelled out so that PostgreSQL never guesses. */
final class SqlParameters {

    private final int first;
    private final List<Object> values = new ArrayList<>();

    SqlParameters(int first) {
        this.first = first;
    }

    String text(String value) {
        return place(value) + "::text";
    }

    String texts(List<String> value) {
        return place(value.toArray(String[]::new)) + "::text[]";
    }

    String integers(Integer[] value) {
        return place(value) + "::integer[]";
    }

    String bigint(long value) {
        return place(value) + "::bigint";
    }

    /** Travels as text, because drivers differ in how they bind decimals. */
    String number(String value) {
        return place(value) + "::text::numeric";
    }

    String instant(Instant value) {
        return place(value.atOffset(ZoneOffset.UTC)) + "::timestamptz";
    }

    List<Object> values() {
        return values;
    }

    private String place(Object value) {
        values.add(value);
        return "$" + (first + values.size() - 1);
    }
}
