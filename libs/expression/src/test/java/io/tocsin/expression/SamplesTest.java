package io.tocsin.expression;

import static io.tocsin.expression.AResult.aResult;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.tocsin.expression.evaluate.Baselines;
import io.tocsin.expression.metric.AlertType;

/** wire/thousandeyes.md §4.3: each sample parses, and holds of one result and not of another. */
class SamplesTest {

    private static final Baselines USUALLY_100 = (metric, share) -> OptionalDouble.of(100);

    @ParameterizedTest
    @MethodSource("samples")
    void everySampleParsesAndIsKeptToTheByte(AlertType type, String text, AResult violating, AResult kept) {
        var expression = Expression.parse(type, text);

        assertThat(expression).hasToString(text);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everySampleTellsAViolationFromNone(AlertType type, String text, AResult violating, AResult kept) {
        var expression = Expression.parse(type, text);

        var bad = expression.evaluate(violating.build(), USUALLY_100);
        var good = expression.evaluate(kept.build(), USUALLY_100);

        assertThat(bad.isViolated()).isTrue();
        assertThat(bad.metrics()).isNotEmpty();
        assertThat(good.isViolated()).isFalse();
    }

    static Stream<Arguments> samples() {
        return Stream.of(
                sample(AlertType.BGP, "((reachability < 100%))", r -> r.with("reachability", 99.8),
                        r -> r.with("reachability", 100)),
                sample(AlertType.DNS_SERVER, "((probDetail != \"\"))", r -> r.with("errorDetails", "NXDOMAIN"), r -> r),
                sample(AlertType.HTTP_SERVER, "((errorType != \"None\"))", r -> r.with("errorType", "DNS"),
                        r -> r.with("errorType", "None")),
                sample(AlertType.END_TO_END_SERVER, "((avgLatency >= 100 ms) && (loss > 5%))",
                        r -> r.with("avgLatency", 100).with("loss", 5.1), r -> r.with("avgLatency", 100).with("loss", 5)),
                sample(AlertType.PATH_TRACE, "((hops((hopDelay >= 100 ms))))",
                        r -> r.withPart("hops", Map.of("responseTime", 20)).withPart("hops", Map.of("responseTime", 120)),
                        r -> r.withPart("hops", Map.of("responseTime", 99))),
                sample(AlertType.FTP, "((ftpErrorType != \"None\"))", r -> r.with("errorType", "Connect"), r -> r),
                sample(AlertType.END_TO_END_SERVER, "((loss >= 50%) || (probDetail != \"\") || (avgLatency >= 200 ms))",
                        r -> r.with("loss", 10).with("errorDetails", "unreachable"),
                        r -> r.with("loss", 49).with("avgLatency", 199)),
                sample(AlertType.HTTP_SERVER, "(((responseCode >= 400) || (responseCode == 0)))", r -> r.with("responseCode",
                        0),
                        r -> r.with("responseCode", 399)),
                sample(AlertType.PAGE_LOAD,
                        "((errorCount >= 50) && (pageLoadHasError == true) && (Auto(timeToFirstByte >= Medium sensitivity)))",
                        r -> r.with("numErrors", 50).with("errorType", "Timeout").with("responseTime", 100),
                        r -> r.with("numErrors", 50).with("errorType", "Timeout").with("responseTime", 99)),
                sample(AlertType.VOICE, "((probDetail != \"\") && (discards >= 1%) && (Auto(latency >= Medium sensitivity)))",
                        r -> r.with("errorDetails", "x").with("discards", 1).with("latency", 140),
                        r -> r.with("discards", 1).with("latency", 140)),
                sample(AlertType.SIP_SERVER, "((sipErrorType != \"None\") && (Auto(connectTime >= Medium sensitivity))"
                        + " && (Auto(sipResponseTime >= Medium sensitivity)))",
                        r -> r.with("errorType", "register").with("connectTime", 100).with("responseTime", 100),
                        r -> r.with("errorType", "none").with("connectTime", 100).with("responseTime", 100)),
                sample(AlertType.WEB_TRANSACTIONS, "((webPages((webTxResponseTime >= 100 ms) && (webTxPageLoadError != \"\")"
                        + " && (webTxOnLoadTime >= 200 ms))))",
                        r -> r.withPart("webPages", Map.of("responseTime", 100, "errorDetails", "404", "duration", 200)),
                        r -> r.withPart("webPages", Map.of("responseTime", 100, "errorDetails", "404"))
                                .withPart("webPages", Map.of("duration", 200))),
                sample(AlertType.END_TO_END_AGENT, "((bothWaysLoss >= 10%) && (bothWaysProbDetail != \"\"))",
                        r -> r.of(MetricTableTest.BIDIRECTIONAL).with("loss", 10).with("errorDetails", "x"),
                        r -> r.with("loss", 10).with("errorDetails", "x")),
                sample(AlertType.API, "((apiCompletion <= 100))", r -> r.with("completion", 100), r -> r),
                sample(AlertType.HTTP_SERVER, "[(locationId in {\"58\",\"25\"})]((probDetail != \"\"))",
                        r -> r.from("25").with("errorDetails", "x"), r -> r.from("26").with("errorDetails", "x")),
                sample(AlertType.BGP, "[(((prefixLengthIPv4 >= 16) && (prefixLengthIPv4 <= 32))"
                        + " || ((prefixLengthIPv6 >= 32) && (prefixLengthIPv6 <= 128)))]((reachability < 100%) && (changes > 1))",
                        r -> r.ofPrefix("2001:db8::/32").with("reachability", 0).with("pathChanges", 1.5),
                        r -> r.ofPrefix("203.0.0.0/8").with("reachability", 0).with("pathChanges", 1.5)));
    }

    private static Arguments sample(AlertType type, String text, UnaryOperator<AResult> violating,
            UnaryOperator<AResult> kept) {
        return Arguments.of(type, text, violating.apply(aResult(type)), kept.apply(aResult(type)));
    }
}
