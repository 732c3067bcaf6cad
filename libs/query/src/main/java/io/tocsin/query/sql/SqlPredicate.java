package io.tocsin.query.sql;

import java.util.List;

/**
 * A condition for the WHERE of a statement over the table {@code event}. As text it is one operand: true, false or null, with
 * null for not found. It names columns without a table, and holds no value but those of {@code parameters}.
 *
 * @param text with {@code $n} where a parameter goes, each once and in order
 * @param parameters {@code String}, {@code String[]}, {@code Integer[]}, {@code Long} and {@code OffsetDateTime}, as drivers bind
 *        them
 */
public record SqlPredicate(String text, List<Object> parameters) {

    public SqlPredicate {
        parameters = List.copyOf(parameters);
    }
}
