package io.tocsin.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.tocsin.query.tree.And;
import io.tocsin.query.tree.Attribute;
import io.tocsin.query.tree.Bound;
import io.tocsin.query.tree.Condition;
import io.tocsin.query.tree.Everything;
import io.tocsin.query.tree.Field;
import io.tocsin.query.tree.Literal;
import io.tocsin.query.tree.Not;
import io.tocsin.query.tree.Or;
import io.tocsin.query.tree.Pattern;
import io.tocsin.query.tree.Present;
import io.tocsin.query.tree.Query;
import io.tocsin.query.tree.Range;
import io.tocsin.query.tree.Reserved;
import io.tocsin.query.tree.Tag;

/** The first tests are the test strings of Datadog's search syntax, with the tree that each must give. */
class EventQueryParseTest {

    @Test
    void aWildcardOnAServiceAndARangeOfNumbers() {
        var tree = tree("service:web* AND @http.status_code:[200 TO 299]");

        assertThat(tree).isEqualTo(new And(List.of(
                new Condition(Reserved.SERVICE, new Pattern("web*")),
                new Condition(new Attribute("http.status_code"),
                        new Range(new Bound("200", true), new Bound("299", true))))));
    }

    @Test
    void aFieldBeforeAGroupAppliesToEachBareValueInside() {
        assertThat(tree("source:(github OR chef)")).isEqualTo(new Or(List.of(
                is(Reserved.SOURCE, "github"), is(Reserved.SOURCE, "chef"))));
        assertThat(tree("host:(i-0ade23e6 AND db.myapp.com)")).isEqualTo(new And(List.of(
                is(Reserved.HOST, "i-0ade23e6"), is(Reserved.HOST, "db.myapp.com"))));
        assertThat(tree("tags:(a AND b:c)")).isEqualTo(new And(List.of(
                is(Reserved.TAGS, "a"), is(new Tag("b"), "c"))));
    }

    @Test
    void otherNamesAreTags() {
        assertThat(tree("availability-zone:us-east-1a")).isEqualTo(is(new Tag("availability-zone"), "us-east-1a"));
        assertThat(tree("container_id:foo*")).isEqualTo(new Condition(new Tag("container_id"), new Pattern("foo*")));
    }

    @Test
    void andBindsTighterThanOrAndNeedsNoWord() {
        assertThat(tree("foo:bar OR -baz:qux quux:quuz")).isEqualTo(new Or(List.of(
                is(new Tag("foo"), "bar"),
                new And(List.of(new Not(is(new Tag("baz"), "qux")), is(new Tag("quux"), "quuz"))))));
    }

    @Test
    void comparisonsTakeFractionsAndExponents() {
        assertThat(tree("foo:<4.1E-4"))
                .isEqualTo(new Condition(new Tag("foo"), new Range(null, new Bound("4.1E-4", false))));
        assertThat(tree("foo:>=-5"))
                .isEqualTo(new Condition(new Tag("foo"), new Range(new Bound("-5", true), null)));
    }

    @Test
    void aRangeOpenAtBothEndsAsksForPresence() {
        assertThat(tree("foo:[* TO *]")).isEqualTo(new Condition(new Tag("foo"), new Present()));
        assertThat(tree("_exists_:foo")).isEqualTo(new Condition(new Tag("foo"), new Present()));
        assertThat(tree("_missing_:@foo.bar"))
                .isEqualTo(new Not(new Condition(new Attribute("foo.bar"), new Present())));
    }

    @Test
    void aBackslashMakesTheNextCharacterLiteral() {
        assertThat(tree("fo\\o:bar\\:baz")).isEqualTo(is(new Tag("foo"), "bar:baz"));
        assertThat(tree("a\\*b*\\?")).isEqualTo(new Condition(Reserved.WORDS, new Pattern("a\\*b*\\?")));
        assertThat(tree("\"say \\\"no\\\" \\\\ *\"")).isEqualTo(is(Reserved.WORDS, "say \"no\" \\ *"));
    }

    @Test
    void everythingCanBeAskedForAndDenied() {
        assertThat(tree("NOT *")).isEqualTo(new Not(new Everything()));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "  \t\n", "*", "*:*", "(*)", "**", "+*" })
    void blankAndStarAskForEverything(String text) {
        assertThat(EventQuery.parse(text).isEverything()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            a AND NOT b            ~ a AND NOT b
            a && b || c            ~ a AND b OR c
            a - b                  ~ a AND NOT b
            NOT -a                 ~ a
            -(a OR b)              ~ NOT (a OR b)
            a AND (b OR +c)        ~ a AND (b OR c)
            ANDROID notes TO       ~ ANDROID AND notes AND "TO"
            R&D|x                  ~ "R&D|x"
            tags:env:prod          ~ tags:"env:prod"
            tags:("status:foo")    ~ tags:"status:foo"
            url:http://x/y:80      ~ url:"http://x/y:80"
            @a:(>5 AND <=10)       ~ @a:>5 AND @a:<=10
            @a:{1 TO "2 3"]        ~ @a:{1 TO "2 3"]
            level:-5               ~ level:-5
            @a:[-5 TO *}           ~ @a:>=-5
            \\@a:b                 ~ \\@a:b
            \\AND:b                ~ \\AND:b
            host:\\-a*             ~ host:\\-a*
            """)
    void eachSearchHasOneFormInWhichItIsWritten(String text, String written) {
        assertThat(EventQuery.parse(text)).hasToString(written);
    }

    private static Query tree(String text) {
        return EventQuery.parse(text).tree();
    }

    private static Condition is(Field field, String text) {
        return new Condition(field, new Literal(text));
    }
}
