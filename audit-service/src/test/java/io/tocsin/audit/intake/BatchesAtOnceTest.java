package io.tocsin.audit.intake;

import static io.tocsin.audit.UserEventBuilder.aUserEvent;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.audit.AuditDatabase;
import io.tocsin.audit.AuditKeys;
import io.tocsin.audit.Services;
import io.tocsin.audit.api.audit.ExportFile;
import io.tocsin.outbox.OutgoingMessage;

/** Batches of one organization which come at the same time stand in one line: what becomes of one is nothing to the others. */
@QuarkusTest
@WithTestResource(AuditDatabase.class)
@WithTestResource(AuditKeys.class)
class BatchesAtOnceTest {

    private static final int ROUNDS = 10;
    private static final int SIZE = 20;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String jdbcUrl;

    @Test
    void eachIsTakenInOnceWhateverElseComesAtTheSameTime() {
        var before = entries();

        for (var round = 0; round < ROUNDS; round++) {
            var repeated = batch();
            var bad = batch();
            bad.set(SIZE / 2, Services.message(UUID.randomUUID(), "{\"event\":\"Half.\"}"));
            assertThat(delivered(List.of(batch(), repeated, bad, repeated, batch())))
                    .containsExactly(SIZE, SIZE, SIZE - 1, SIZE, SIZE);
        }

        assertThat(entries()).isEqualTo(before + ROUNDS * (4 * SIZE - 1) + 1);
    }

    @Test
    void aCommitWhichFailsIsThatOfItsBatchOnly() throws SQLException {
        var poisoned = batch();
        failAtTheCommitOf(poisoned.get(3).id());
        var before = entries();

        var accepted = delivered(List.of(batch(), poisoned, batch(), batch()));

        assertThat(accepted).containsExactly(SIZE, SIZE - 1, SIZE, SIZE);
        assertThat(entries()).isEqualTo(before + 4 * SIZE - 1 + 1);
    }

    private void failAtTheCommitOf(UUID message) throws SQLException {
        try (var connection = DriverManager.getConnection(jdbcUrl, "postgres", "postgres");
                var statement = connection.createStatement()) {
            statement.execute("""
                    create function refuse() returns trigger language plpgsql as $$ begin raise exception 'not this one'; end $$;
                    create constraint trigger refuse_at_commit after insert on inbox deferrable initially deferred
                        for each row when (new.id = '%s') execute function refuse();
                    """.formatted(message));
        }
    }

    /** How many messages of each batch were accepted, all delivered at the same time. */
    private static List<Integer> delivered(List<List<OutgoingMessage>> batches) {
        var answers = batches.stream()
                .map(batch -> CompletableFuture.supplyAsync(() -> Services.deliver(batch)
                        .extract()
                        .jsonPath()
                        .getList("messages.findAll { it.outcome == 'ACCEPTED' }")
                        .size()))
                .toList();
        return answers.stream().map(CompletableFuture::join).toList();
    }

    private static List<OutgoingMessage> batch() {
        return new ArrayList<>(IntStream.range(0, SIZE)
                .mapToObj(number -> Services.message(aUserEvent().of("crowd").at("2013-01-01T00:00:00Z").build()))
                .toList());
    }

    private static long entries() {
        Services.deliver(aUserEvent().of("crowd").at("2013-01-02T00:00:00Z").build());
        var verdict = ExportFile.verdict(ExportFile.fetch(AuditKeys.CROWD, ""));
        assertThat(verdict.finding()).isEmpty();
        return verdict.entries();
    }
}
