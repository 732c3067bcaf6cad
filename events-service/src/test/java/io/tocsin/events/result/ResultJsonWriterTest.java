package io.tocsin.events.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.database.StoredJson;
import io.tocsin.model.Scope;
import io.tocsin.model.result.Measurements;
import io.tocsin.model.result.ResultLayer;
import io.tocsin.model.result.ResultSource;
import io.tocsin.model.result.ResultTarget;
import io.tocsin.model.result.TestRef;
import io.tocsin.model.result.TestResult;
import io.tocsin.model.result.TestType;
import io.tocsin.test.PostgresResource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class ResultJsonWriterTest {

    private static final TestResult RESULT = new TestResult(new Scope("acme", "1"),
            new TestRef("7", "Shop \"7\"", TestType.DNS_SERVER, 60, "3", "ns.example.com:53"), ResultLayer.DNS_SERVER,
            new ResultSource("5", "Oslo", ResultSource.Kind.AGENT, "cloud", "Oslo, Norway", "NO", "Example Net (AS 64500)"),
            ResultTarget.ofServer("9", "ns1.example.com"), 1_790_000_000, Instant.parse("2026-09-21T13:46:41.000001Z"),
            Instant.parse("2026-09-21T13:46:42.5Z"),
            Measurements.of(Map.of("resolutionTime", 12.5)).with("hops", List.of(Measurements.of(Map.of("ip", "192.0.2.1")))));

    private static final TestResult BARE = new TestResult(new Scope("acme", "1"), new TestRef("7", null, TestType.API, null,
            null,
            null), ResultLayer.API, new ResultSource("5", null, ResultSource.Kind.MONITOR, null, null, null, null), null, 60,
            null,
            Instant.EPOCH, null);

    @Inject
    StoredJson json;

    @Test
    void theWholeIsWhatOthersReadAsAResult() {
        var writer = new ResultJsonWriter(json);

        assertThat(json.read(writer.write(RESULT).document(), TestResult.class)).isEqualTo(RESULT);
        assertThat(json.read(writer.write(BARE).document(), TestResult.class)).isEqualTo(BARE);
        assertThat(json.read(writer.write(RESULT).document(), TestResult.class)).isEqualTo(RESULT);
    }

    @Test
    void thePartsAreThoseOfTheWhole() {
        var written = new ResultJsonWriter(json).write(RESULT);

        assertThat(written.target()).isEqualTo(json.write(RESULT.target()));
        assertThat(json.read(new ResultJsonWriter(json).write(BARE).target(), ResultTarget.class)).isEqualTo(BARE.target());
        assertThat(written.measurements()).isEqualTo(json.write(RESULT.measurements()));
    }
}
