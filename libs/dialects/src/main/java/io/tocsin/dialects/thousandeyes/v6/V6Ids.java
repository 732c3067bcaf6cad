package io.tocsin.dialects.thousandeyes.v6;

/** Ids which v7 has as texts. */
public final class V6Ids {

    private V6Ids() {}

    /** A number where it is one, which ThousandEyes' always are; else the text, as scripts do without a number sooner than wrong. */
    public static Object of(String id) {
        return id != null && id.matches("0|[1-9]\\d{0,17}") ? (Object) Long.valueOf(id) : id;
    }

    /** 0 or 1, null for null. */
    public static Integer flag(Boolean value) {
        return value == null ? null : Integer.valueOf(value ? 1 : 0);
    }
}
