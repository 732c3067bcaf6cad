package io.tocsin.events.record;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.events.postgres.DatabaseUnavailable;
import io.tocsin.events.postgres.PostgresFailure;
import io.tocsin.events.receipt.Tolerance;
import io.tocsin.events.record.OpenEventStore.Claim;
import io.tocsin.model.EventContent;
import io.tocsin.model.Scope;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * Records events which last until their end unless they are reported again: while the event of an aggregation key is open, another
 * report only moves its end. So there is one open event per key, however many replicas hear of it at once.
 */
@ApplicationScoped
public class OpenEvents {

    /** Another replica took the same id, or no partition was there: neither happens twice in a row. */
    private static final int MORE_ATTEMPTS = 3;

    private final OpenEventStore open;
    private final EventStore events;
    private final EventRows rows;
    private final IngestMetrics metrics;
    private final IngestConfig config;

    OpenEvents(OpenEventStore open, EventStore events, EventRows rows, IngestMetrics metrics, IngestConfig config) {
        this.open = open;
        this.events = events;
        this.rows = rows;
        this.metrics = metrics;
        this.config = config;
    }

    /**
     * The correlation id of each event that is open now, in the order of the contents, all of them in one commit. Only what was not
     * open already is announced: who was told of it need not be told again. Fails like {@link EventLog#record}.
     *
     * @param contents each with an aggregation key of its own, a correlation id and an end
     */
    public Uni<List<String>> report(Scope scope, List<EventContent> contents) {
        return Uni.createFrom()
                .deferred(() -> attempt(rows.fresh(scope, contents)))
                .onFailure(OpenEvents::maySucceedAtOnce)
                .retry()
                .atMost(MORE_ATTEMPTS)
                .ifNoItem()
                .after(config.patience())
                .fail()
                .onFailure(failure -> PostgresFailure.of(failure) == PostgresFailure.OUTAGE)
                .transform(DatabaseUnavailable::new)
                .onFailure(failure -> PostgresFailure.of(failure) == PostgresFailure.UNSTORABLE)
                .transform(failure -> EventRefused.unstorable());
    }

    private static boolean maySucceedAtOnce(Throwable failure) {
        var meaning = PostgresFailure.of(failure);
        return meaning == PostgresFailure.DUPLICATE || meaning == PostgresFailure.NO_PARTITION;
    }

    private Uni<List<String>> attempt(List<EventRow> reported) {
        if (!reported.stream().allMatch(row -> Tolerance.allows(row.event()))) {
            return Uni.createFrom().failure(EventRefused.outOfTime());
        }
        return open.inTransaction(transaction -> report(transaction, reported))
                .onFailure(failure -> PostgresFailure.of(failure) == PostgresFailure.NO_PARTITION)
                .call(() -> events.makePartitions(reported))
                .invoke(claims -> announced(reported, claims))
                .map(claims -> correlationIds(reported, claims));
    }

    private Uni<Map<String, Claim>> report(SqlConnection transaction, List<EventRow> reported) {
        return open.claim(transaction, reported)
                .call(claims -> insert(transaction, fresh(reported, claims)))
                .call(claims -> moveEnds(transaction, reported, claims))
                .call(() -> open.forgetEnded(transaction));
    }

    private Uni<Void> insert(SqlConnection transaction, List<EventRow> fresh) {
        return fresh.isEmpty() ? Uni.createFrom().voidItem() : events.insert(transaction, fresh);
    }

    private Uni<Void> moveEnds(SqlConnection transaction, List<EventRow> reported, Map<String, Claim> claims) {
        var again = reported.stream().filter(row -> !claim(row, claims).isOf(row)).toList();
        return open.moveEnds(transaction, again, again.stream().map(row -> claim(row, claims).eventId()).toList());
    }

    private void announced(List<EventRow> reported, Map<String, Claim> claims) {
        var fresh = fresh(reported, claims).size();
        if (fresh > 0) {
            events.committed(fresh);
            metrics.recordedAtOnce(fresh);
        }
    }

    private static List<EventRow> fresh(List<EventRow> reported, Map<String, Claim> claims) {
        return reported.stream().filter(row -> claim(row, claims).isOf(row)).toList();
    }

    private static List<String> correlationIds(List<EventRow> reported, Map<String, Claim> claims) {
        return reported.stream().map(row -> claim(row, claims).correlationId()).toList();
    }

    private static Claim claim(EventRow row, Map<String, Claim> claims) {
        return claims.get(row.event().content().aggregationKey());
    }
}
