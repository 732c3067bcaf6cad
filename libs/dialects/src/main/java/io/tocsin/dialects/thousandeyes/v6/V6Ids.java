package io.tocsin.dialects.thousandeyes.v6;

/** Ids which v7 has as texts. */
public final class V6Ids {

    private V6Ids() {}

    /** The number which an id is, as ThousandEyes' always are; null where it is none, which strict clients could not read. */
    public static Long of(String id) {
        return id != null && id.matches("0|[1-9]\\d{0,17}") ? Long.valueOf(id) : null;
    }

    /** 0 or 1, null for null. */
    public static Integer flag(Boolean value) {
        return value == null ? null : Integer.valueOf(value ? 1 : 0);
    }
}
