package io.tocsin.dialects.dynatrace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.tocsin.dialects.dynatrace.SelectorCriterion.Place;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SelectorReaderTest {

    private static final Place PLACE = new Place("selector", ParameterLocation.QUERY);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            type("HOST")                          | type[HOST]
            type(HOST)                            | type[HOST]
            eventId("a","b")                      | eventId[a][b]
            a("x") , b(y)                         | a[x]b[y]
            property.dt.event.source("x y")       | property.dt.event.source[x y]
            property.my key("v")                  | property.my key[v]
            tag("[ctx]key:a\\:b")                 | tag[[ctx]key:a\\:b]
            a("~"quoted~" ~~ ~x")                 | a["quoted" ~ ~x]
            a(",)(")                              | a[,)(]
            not(tag("x"))                         | not[tag[x]]
            entityName.exists()                   | entityName.exists
            firstSeenTms.gte(now-1h)              | firstSeenTms.gte[now-1h]
            """)
    void criteriaAreRead(String text, String criteria) {
        assertThat(shown(read(text))).isEqualTo(criteria);
    }

    @Test
    void withoutTextThereAreNoCriteria() {
        assertThat(read(null)).isEmpty();
        assertThat(read(" ")).isEmpty();
    }

    @Property
    void whatWasPrintedIsReadBack(@ForAll("selectors") List<SelectorCriterion> criteria) {
        assertThat(read(printed(criteria))).isEqualTo(criteria);
    }

    @Property
    void nonsenseIsRefusedInTheDialectOrRead(@ForAll("nonsense") String text) {
        var failure = catchThrowable(() -> read(text));

        assertThat(failure == null || failure instanceof DynatraceRejected).as("%s", failure).isTrue();
    }

    @Property
    void anEventSelectorOfNonsenseIsRefusedInTheDialectOrRead(@ForAll("nonsense") String text) {
        var failure = catchThrowable(() -> DynatraceEventSelector.read(text));

        assertThat(failure == null || failure instanceof DynatraceRejected).as("%s", failure).isTrue();
    }

    @Provide
    Arbitrary<List<SelectorCriterion>> selectors() {
        return criterion(2).list().ofMinSize(1).ofMaxSize(4);
    }

    @Provide
    Arbitrary<String> nonsense() {
        return Arbitraries.of("type", "property.a", "status", "not", "(", ")", ",", "\"", "~", " ", "OPEN", "\\", "x", "\u00E9",
                "\n", "eventId", "1", "underMaintenance", "true").list().ofMaxSize(12).map(parts -> String.join("", parts));
    }

    private static Arbitrary<SelectorCriterion> criterion(int depth) {
        var names = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars('.', '_', '-', '\u00FC')
                .ofMinLength(1)
                .ofMaxLength(8);
        Arbitrary<SelectorArgument> values = Arbitraries.strings().ofMaxLength(8).map(SelectorValue::new);
        var arguments = depth == 0
                ? values
                : Arbitraries.oneOf(values, Arbitraries.lazy(() -> criterion(depth - 1).map(
                        inner -> (SelectorArgument) inner)));
        return Combinators.combine(names, arguments.list().ofMaxSize(3))
                .as((name, list) -> new SelectorCriterion(PLACE, name, list));
    }

    private static List<SelectorCriterion> read(String text) {
        return SelectorReader.read(PLACE.path(), PLACE.location(), text);
    }

    private static String printed(List<SelectorCriterion> criteria) {
        return criteria.stream().map(SelectorReaderTest::printed).collect(Collectors.joining(","));
    }

    private static String printed(SelectorArgument argument) {
        return argument instanceof SelectorCriterion criterion
                ? criterion.name() + criterion.arguments()
                        .stream()
                        .map(SelectorReaderTest::printed)
                        .collect(Collectors.joining(",", "(", ")"))
                : "\"" + ((SelectorValue) argument).text().replace("~", "~~").replace("\"", "~\"") + "\"";
    }

    private static String shown(List<? extends SelectorArgument> arguments) {
        return arguments.stream()
                .map(argument -> argument instanceof SelectorCriterion criterion
                        ? criterion.name() + criterion.arguments()
                                .stream()
                                .map(inner -> "[" + shown(List.of(inner)) + "]")
                                .collect(Collectors.joining())
                        : ((SelectorValue) argument).text())
                .collect(Collectors.joining());
    }
}
