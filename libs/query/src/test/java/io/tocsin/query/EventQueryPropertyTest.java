package io.tocsin.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.query.tree.Query;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EventQueryPropertyTest {

    @Property(tries = 1_500)
    void whatIsPrintedParsesToTheSame(@ForAll("queries") Query tree) {
        var printed = EventQuery.of(tree).toString();

        var parsed = EventQuery.parse(printed);

        assertThat(parsed.tree()).as(printed).isEqualTo(tree);
    }

    @Property(tries = 2_500)
    void anyTextParsesOrSaysWhereItDoesNot(@ForAll("texts") String text) {
        try {
            EventQuery.parse(text);
        } catch (QuerySyntaxError e) {
            assertThat(e.position()).isBetween(0, text.length());
        }
    }

    @Provide
    Arbitrary<Query> queries() {
        return RandomQueries.any();
    }

    @Provide
    Arbitrary<String> texts() {
        var piece = Arbitraries.oneOf(
                RandomTexts.sentences(),
                Arbitraries.of("(", ")", "[", "]", "{", "}", ":", " TO ", "\"", "\\", "*", "-", "host:", "@a:", "timestamp:",
                        "_exists_:", "CIDR(", ">", ">=", " AND ", " OR ", "NOT "),
                Arbitraries.strings().ofMaxLength(5));
        return piece.list().ofMaxSize(8).map(pieces -> String.join("", pieces));
    }
}
