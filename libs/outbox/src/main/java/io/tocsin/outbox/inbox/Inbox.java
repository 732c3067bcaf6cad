package io.tocsin.outbox.inbox;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.tocsin.outbox.IncomingMessage;
import io.tocsin.outbox.MessageHandler;
import io.tocsin.outbox.MessageRejected;
import io.tocsin.outbox.wire.Verdicts;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * Takes in each message once: its id is recorded in the transaction of its effect. A batch is one transaction; when
 * that fails it is cut in two, and so on, until each message which is to blame stands alone.
 */
@ApplicationScoped
class Inbox {

    private final Pool pool;
    private final InboxStore store;
    private final MessageHandlers handlers;
    private final MessageSpans spans;
    private final Clock clock;

    Inbox(Pool pool, InboxStore store, MessageHandlers handlers, MessageSpans spans, Clock clock) {
        this.pool = pool;
        this.store = store;
        this.handlers = handlers;
        this.spans = spans;
        this.clock = clock;
    }

    /** Fails with {@link InboxUnavailable} when the surroundings are to blame; what was taken in until then stays so. */
    Uni<Verdicts> take(List<IncomingMessage> messages) {
        var ledger = new Ledger(messages);
        return takeIn(ledger, messages)
                .map(done -> ledger.verdicts());
    }

    private Uni<Void> takeIn(Ledger ledger, List<IncomingMessage> messages) {
        var open = ledger.open(messages);
        if (open.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return inTransaction(open)
                .invoke(() -> ledger.accepted(open))
                .invoke(() -> handlers.committed(open))
                .onFailure(failure -> !(failure instanceof InboxUnavailable))
                .recoverWithUni(failure -> narrowDown(ledger, open, failure));
    }

    /** What fails before the transaction has begun is no message's fault, whatever it is. */
    private Uni<Void> inTransaction(List<IncomingMessage> messages) {
        var begun = new AtomicBoolean();
        return pool.withTransaction(transaction -> apply(transaction, messages, store::rememberAll, begun))
                .onFailure(InboxStore::knowsSome)
                .recoverWithUni(() -> pool.withTransaction(transaction -> apply(transaction, messages, store::remember, begun)))
                .onFailure(failure -> !begun.get() || Trouble.passes(failure))
                .transform(InboxUnavailable::new);
    }

    private Uni<Void> narrowDown(Ledger ledger, List<IncomingMessage> messages, Throwable failure) {
        if (messages.size() == 1) {
            blame(ledger, messages.get(0), failure);
            return Uni.createFrom().voidItem();
        }
        var middle = messages.size() / 2;
        return takeIn(ledger, messages.subList(0, middle))
                .chain(() -> takeIn(ledger, messages.subList(middle, messages.size())));
    }

    private static void blame(Ledger ledger, IncomingMessage message, Throwable failure) {
        if (failure instanceof MessageRejected) {
            ledger.rejected(message, failure.getMessage());
        } else {
            Log.warnf(failure, "inbox: cannot apply %s %s of subject %s", message.type(), message.id(), message.subject());
            ledger.failed(message, Trouble.reason(failure));
        }
    }

    /** Records the ids of messages and tells which are new. */
    @FunctionalInterface
    private interface Memory {

        Uni<Set<UUID>> remember(SqlConnection transaction, List<IncomingMessage> messages, Instant now);
    }

    private Uni<Void> apply(SqlConnection transaction, List<IncomingMessage> messages, Memory memory, AtomicBoolean begun) {
        begun.set(true);
        return memory.remember(transaction, messages, clock.instant())
                .chain(fresh -> handle(transaction, runs(messages, fresh)));
    }

    private Uni<Void> handle(SqlConnection transaction, List<List<IncomingMessage>> runs) {
        var done = Uni.createFrom().voidItem();
        for (var run : runs) {
            done = done.chain(() -> handleRun(transaction, run));
        }
        return done;
    }

    private Uni<Void> handleRun(SqlConnection transaction, List<IncomingMessage> run) {
        var handler = handlerOf(run);
        return spans.around(run, messages -> handler.handle(transaction, messages));
    }

    private MessageHandler handlerOf(List<IncomingMessage> run) {
        var type = run.get(0).type();
        return handlers.of(type)
                .orElseThrow(() -> new MessageRejected("this service takes no messages of type " + type));
    }

    /** The new messages, cut where the type changes; an id which the batch holds twice counts once. */
    private static List<List<IncomingMessage>> runs(List<IncomingMessage> messages, Set<UUID> fresh) {
        var runs = new ArrayList<List<IncomingMessage>>();
        var last = (List<IncomingMessage>) null;
        for (var message : messages) {
            if (!fresh.remove(message.id())) {
                continue;
            }
            if (last == null || !last.get(0).type().equals(message.type())) {
                last = new ArrayList<>();
                runs.add(last);
            }
            last.add(message);
        }
        return runs;
    }
}
