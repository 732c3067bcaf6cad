package io.tocsin.alerts.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.tocsin.expression.ExpressionRejected;

class EventExpressionTest {

    @Test
    void aMonitorQueryOfDatadogIsUnderstood() {
        var expression = EventExpression.parse(
                "events(\"source:nagios status:error\").rollup(\"count\").by(\"host, @evt.name\").last(\"5m\") >= 3");

        assertThat(expression.rollup()).isEqualTo(new Rollup.Count());
        assertThat(expression.by()).containsExactly(new Facet("host"), new Facet("@evt.name"));
        assertThat(expression.last()).isEqualTo(Duration.ofMinutes(5));
        assertThat(expression.threshold()).isEqualTo(3);
    }

    @Test
    void differentValuesOfAFacetCanBeCounted() {
        var expression = EventExpression.parse("events('*').rollup('cardinality', 'host').last('1d') > 0");

        assertThat(expression.rollup()).isEqualTo(new Rollup.Cardinality(new Facet("host")));
        assertThat(expression.by()).isEqualTo(List.of());
        assertThat(expression.last()).isEqualTo(Duration.ofDays(1));
        assertThat(expression.threshold()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "events(\"\").rollup(\"count\").last(\"1s\") > 0",
            "events(\"*\").rollup(\"count\").last(\"24h\") >= 10000",
            "events(\"a\").rollup(\"count\").last(\"90s\") > 10000",
            " events ( \"a\" )\n .rollup(\"count\")\n .last(\"10m\")\n >=  2 ",
            "events(\"\\\"disk full\\\" service:web\\\\*\").rollup(\"count\").last(\"10m\") >= 2",
            "events(\"url:http\\://x\").rollup(\"count\").by(\"availability-zone\").last(\"10m\") >= 2" })
    void isAccepted(String text) {
        assertThat(EventExpression.parse(text)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `events("source:(a OR").rollup("count").last("5m") > 1`      | column 21: found the end of the query, expected a search term
            `events("\\"a\\\\\\"b\\" source:(a OR").rollup("count").last("5m") > 1` | column 32: found the end of the query, expected a search term
            `events("a").rollup("count").by("message").last("5m") > 1`   | column 33: 'message' is no facet; use host, source, status, a tag key such as service, or @attribute
            ``                                                           | column 1: expected 'events', found the end
            `nonsense`                                                   | column 1: expected 'events', found 'nonsense'
            `events(a).rollup("count").last("5m") > 1`                   | column 8: expected a quoted text, found 'a'
            `events("a.rollup(count).last(5m) > 1`                       | column 8: expected a quoted text, found a quote that is never closed
            `events("a").last("5m") > 1`                                 | column 13: expected 'rollup', found 'last'
            `events("a").rollup("count").last("5m")`                     | column 39: expected '>=' or '>' or '<=' or '<' or '==', found the end
            `events("a").rollup("count").last("5m") > 1 or 2`            | column 44: expected the end, found 'or'
            `events("a").rollup("count").last("5m") > many`              | column 42: expected a number, found 'many'
            `events("a").rollup("avg", "@x").last("5m") > 1`             | column 21: rollup "avg" is not supported; use "count" or "cardinality"
            `events("a").rollup("count", "x").last("5m") > 1`            | column 29: rollup "count" counts events and takes nothing else
            `events("a").rollup("cardinality").last("5m") > 1`           | column 33: rollup "cardinality" needs the facet whose values it counts, such as , "host"
            `events("a").rollup("count").by("host,,x").last("5m") > 1`   | column 38: '' is no facet; use host, source, status, a tag key such as service, or @attribute
            `events("a").rollup("count").by("a,b,c,d,e").last("5m") > 1` | column 33: by takes up to 4 facets, each once
            `events("a").rollup("count").by("a,a").last("5m") > 1`       | column 33: by takes up to 4 facets, each once
            `events("a").rollup("count").last("5 minutes") > 1`          | column 35: '5 minutes' is no window; use a whole number and s, m, h or d, such as "5m"
            `events("a").rollup("count").last("25h") > 1`                | column 35: a window lasts from 1s to 1d, not 25h
            `events("a").rollup("count").last("0s") > 1`                 | column 35: a window lasts from 1s to 1d, not 0s
            `events("a").rollup("count").last("5m") < 1`                 | column 40: only > and >= are supported: an alert of events means that there are too many of them
            `events("a").rollup("count").last("5m") <= 1`                | column 40: only > and >= are supported: an alert of events means that there are too many of them
            `events("a").rollup("count").last("5m") == 1`                | column 40: only > and >= are supported: an alert of events means that there are too many of them
            `events("a").rollup("count").last("5m") >= 0`                | column 43: after >= stands a whole number from 1 to 10000, not 0
            `events("a").rollup("count").last("5m") > -1`                | column 42: after > stands a whole number from 0 to 10000, not -1
            `events("a").rollup("count").last("5m") > 2.5`               | column 42: after > stands a whole number from 0 to 10000, not 2.5
            `events("a").rollup("count").last("5m") > 99999999999`       | column 42: after > stands a whole number from 0 to 10000, not 99999999999
            """)
    void isRefusedWithItsReasonAndColumn(String text, String message) {
        assertThatThrownBy(() -> EventExpression.parse(text))
                .isInstanceOf(ExpressionRejected.class)
                .hasMessage(message);
    }
}
