package io.tocsin.query.meaning;

/**
 * One value of a field.
 *
 * @param text null for an object or a list, which is there but equals nothing
 * @param number whether it is a JSON number, so that {@code 200} finds {@code 200.0}
 */
public record Value(String text, boolean number) {

    public static Value text(String text) {
        return new Value(text, false);
    }

    /** What a JSON value says; null and JSON null are no value and must not come here. */
    public static Value of(Object json) {
        if (json instanceof Number number) {
            return new Value(Numbers.plain(number), true);
        }
        if (json instanceof CharSequence || json instanceof Boolean) {
            return text(json.toString());
        }
        return text(null);
    }
}
