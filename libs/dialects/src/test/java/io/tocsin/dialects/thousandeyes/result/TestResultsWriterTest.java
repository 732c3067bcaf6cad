package io.tocsin.dialects.thousandeyes.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.tocsin.model.Scope;
import io.tocsin.model.result.Measurements;
import io.tocsin.model.result.ResultLayer;
import io.tocsin.model.result.ResultSource;
import io.tocsin.model.result.ResultTarget;
import io.tocsin.model.result.TestRef;
import io.tocsin.model.result.TestResult;
import io.tocsin.model.result.TestType;

/** wire/thousandeyes.md §7. */
class TestResultsWriterTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void strictClientsGetIntegersWhereThousandEyesHasThem() {
        var written = write(TestType.HTTP_SERVER, ResultLayer.HTTP_SERVER, ResultSource.Kind.AGENT, null,
                Measurements.of(Map.of("responseTime", 12.6, "throughput", 1.5, "healthScore", 1.0)));

        assertThat(written).contains(entry("responseTime", 13L), entry("throughput", 1.5), entry("healthScore", 1L));
    }

    @Test
    void timesOfFtpAndApiTestsHaveFractionsAndTheThroughputOfFtpHasNone() {
        var measured = Measurements.of(Map.of("responseTime", 12.6, "throughput", 1.5));

        assertThat(write(TestType.FTP_SERVER, ResultLayer.FTP_SERVER, ResultSource.Kind.AGENT, null, measured))
                .contains(entry("responseTime", 12.6), entry("throughput", 2L));
        assertThat(write(TestType.API, ResultLayer.API, ResultSource.Kind.AGENT, null, measured))
                .contains(entry("responseTime", 12.6));
        assertThat(write(TestType.PAGE_LOAD, ResultLayer.PAGE_LOAD, ResultSource.Kind.AGENT, null, measured))
                .contains(entry("responseTime", 12.6));
    }

    @Test
    void aRoundHasItsTimesAndItsSource() {
        var written = write(TestType.AGENT_TO_SERVER, ResultLayer.NETWORK, ResultSource.Kind.AGENT, null, Measurements.NOTHING);

        assertThat(written).containsExactly(entry("agent", Map.of("agentId", "7", "agentName", "Oslo")), entry("date", START),
                entry("roundId", START.getEpochSecond()), entry("startTime", START.getEpochSecond()),
                entry("endTime", START.getEpochSecond() + 300));
    }

    @Test
    void hopsOfRoutesAreNotToldTwice() {
        var hops = List.of(Measurements.of(Map.of("asn", 64500)));
        var routes = List.of(Measurements.of(Map.of("isActive", true)).with("hops", hops));

        var written = write(TestType.BGP, ResultLayer.BGP, ResultSource.Kind.MONITOR, ResultTarget.ofPrefix("1",
                "203.0.113.0/24"),
                Measurements.NOTHING.with("routes", routes).with("bgpHops", hops));

        assertThat(written).contains(entry("monitor", Map.of("monitorId", "7", "monitorName", "Oslo")),
                entry("prefixId", "1"), entry("prefix", "203.0.113.0/24"),
                entry("routes", List.of(Map.of("isActive", true, "hops", List.of(Map.of("asn", 64500L))))))
                .doesNotContainKey("bgpHops");
    }

    private static Map<String, Object> write(TestType type, ResultLayer layer, ResultSource.Kind kind, ResultTarget target,
            Measurements measured) {
        return TestResultsWriter.write(new TestResult(new Scope("acme", "11"), new TestRef("1", "Shop", type, 300, null, null),
                layer,
                new ResultSource("7", "Oslo", kind, null, null, null, null), target, START.getEpochSecond(), START, START,
                measured));
    }
}
