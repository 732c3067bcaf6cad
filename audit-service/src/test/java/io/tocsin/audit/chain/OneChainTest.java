package io.tocsin.audit.chain;

import static io.tocsin.audit.UserEventBuilder.aUserEvent;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.audit.AuditDatabase;
import io.tocsin.audit.AuditKeys;
import io.tocsin.audit.Services;
import io.tocsin.audit.api.audit.ExportFile;
import io.tocsin.model.message.UserEvent;

/** The lock is PostgreSQL's, so it makes no difference whether those who write at the same time are one replica or several. */
@QuarkusTest
@WithTestResource(AuditDatabase.class)
@WithTestResource(AuditKeys.class)
class OneChainTest {

    private static final int WRITERS = 8;
    private static final int COMMITS = 10;

    @Test
    void manyWhoWriteAtTheSameTimeMakeOneChain() {
        var before = entries();

        CompletableFuture.allOf(IntStream.range(0, WRITERS)
                .mapToObj(writer -> CompletableFuture.runAsync(OneChainTest::write))
                .toArray(CompletableFuture[]::new)).join();

        assertThat(entries()).isEqualTo(before + WRITERS * COMMITS * 3L + 1);
    }

    /** Three entries of two organizations a commit. */
    private static void write() {
        for (var commit = 0; commit < COMMITS; commit++) {
            Services.deliver(event("ledger"), event("acme"), event("ledger"), event("ledger"));
        }
    }

    private static UserEvent event(String organization) {
        return aUserEvent().of(organization).at("2016-01-01T00:00:00Z").build();
    }

    private static long entries() {
        Services.deliver(event("ledger"));
        var verdict = ExportFile.verdict(ExportFile.fetch(AuditKeys.LEDGER, ""));
        assertThat(verdict.finding()).isEmpty();
        return verdict.entries();
    }
}
