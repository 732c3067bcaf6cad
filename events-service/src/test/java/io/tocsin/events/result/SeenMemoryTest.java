package io.tocsin.events.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.tocsin.model.Scope;
import io.tocsin.model.result.ResultLayer;
import io.tocsin.model.result.ResultSource;
import io.tocsin.model.result.TestRef;
import io.tocsin.model.result.TestResult;
import io.tocsin.model.result.TestType;

class SeenMemoryTest {

    private final SeenMemory memory = new SeenMemory();

    @Test
    void whatWasWrittenIsNoNews() {
        var rows = List.of(row("Shop", "Oslo", ResultLayer.HTTP_SERVER, 60));

        assertThat(memory.newsOf(rows).tests()).hasSize(1);
        assertThat(memory.newsOf(rows).sources()).hasSize(1);
        memory.wrote(memory.newsOf(rows));

        assertThat(memory.newsOf(rows).tests()).isEmpty();
        assertThat(memory.newsOf(rows).sources()).isEmpty();
    }

    @Test
    void anotherNameIsNewsAndSoIsTheOldOneAfterIt() {
        var old = List.of(row("Shop", "Oslo", ResultLayer.HTTP_SERVER, 60));
        var other = List.of(row("Checkout", "Bergen", ResultLayer.HTTP_SERVER, 120));
        memory.wrote(memory.newsOf(old));

        assertThat(memory.newsOf(other).tests()).hasSize(1);
        assertThat(memory.newsOf(other).sources()).hasSize(1);
        memory.wrote(memory.newsOf(other));

        assertThat(memory.newsOf(old).tests()).hasSize(1);
    }

    @Test
    void theLatestRoundSaysWhatIsTrueInWhateverOrderRoundsCome() {
        var rows = List.of(row("New", "Oslo", ResultLayer.HTTP_SERVER, 120), row("Old", "Oslo", ResultLayer.HTTP_SERVER, 60));

        assertThat(memory.newsOf(rows).tests().values()).extracting(result -> result.test().name()).containsExactly("New");
    }

    @Test
    void anAgentItselfIsNoTest() {
        var rows = List.of(row("Oslo", "Oslo", ResultLayer.AGENT, 60));

        assertThat(memory.newsOf(rows).tests()).isEmpty();
        assertThat(memory.newsOf(rows).sources()).hasSize(1);
    }

    private static ResultRow row(String test, String agent, ResultLayer layer, long round) {
        var result = new TestResult(new Scope("acme", "1"), new TestRef("7", test, TestType.HTTP_SERVER, 60, null, null), layer,
                new ResultSource("5", agent, ResultSource.Kind.AGENT, null, null, null, null), null, round, null,
                Instant.ofEpochSecond(round), null);
        return new ResultRow(ResultName.of(result), result, new ResultJson("{}", "{}", "{}"), new UUID(1, 1), 0);
    }
}
