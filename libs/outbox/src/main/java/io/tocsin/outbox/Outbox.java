package io.tocsin.outbox;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;
import io.tocsin.model.TimeOrderedId;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Where a service leaves messages for other services, in the transaction of the change which they tell of. */
@ApplicationScoped
public class Outbox {

    /**
     * How many lanes a destination has. Never a setting: with another number a subject would change its lane, and lose
     * its order.
     */
    public static final int LANES = 16;

    private final ObjectMapper json;
    private final Clock clock;
    private final Bell bell;
    private final OutboxMeters meters;

    Outbox(ObjectMapper json, Clock clock, Bell bell, OutboxMeters meters) {
        this.json = json;
        this.clock = clock;
        this.bell = bell;
        this.meters = meters;
    }

    /** The lane of a subject, the same in every replica and release. */
    public static short laneOf(String subject) {
        var hash = subject.hashCode() * 0x9E3779B9;
        return (short) (hash >>> 28);
    }

    /** Makes a message with a fresh time-ordered id, the JSON of its payload and the trace context of the current request. */
    public OutgoingMessage message(String destination, String type, String subject, Object payload) {
        return message(TraceParent.current(), destination, type, subject, payload);
    }

    /**
     * Makes a message caused by another one, whose trace it continues. For handlers: they take many messages at a time,
     * and only they know which of them leads to which.
     */
    public OutgoingMessage messageCausedBy(IncomingMessage cause, String destination, String type, String subject,
            Object payload) {
        return message(cause.traceParent(), destination, type, subject, payload);
    }

    private OutgoingMessage message(String traceParent, String destination, String type, String subject, Object payload) {
        var now = clock.instant();
        return new OutgoingMessage(TimeOrderedId.at(now), destination, type, subject, jsonOf(type, payload), traceParent, now);
    }

    private String jsonOf(String type, Object payload) {
        try {
            return json.writeValueAsString(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("payload of " + type + " cannot be written as JSON: " + e.getOriginalMessage(),
                    e);
        }
    }

    /** Stores messages in the caller's transaction: one statement, whatever their number. */
    public Uni<Void> append(SqlConnection transaction, List<OutgoingMessage> messages) {
        if (messages.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction.preparedQuery(OutboxSql.INSERT_MANY)
                .execute(Tuple.newInstance(OutboxRows.of(messages)))
                .invoke(() -> messages.forEach(message -> meters.appended(message.destination(), 1)))
                .replaceWithVoid();
    }

    /**
     * Tells that messages were committed which the caller wrote with a statement of its own ({@link OutboxSql}): counts
     * them and wakes the relay.
     */
    public void committed(String destination, int messages) {
        meters.appended(destination, messages);
        bell.ring(destination);
    }

    /** Tells this replica's relay that something was committed; without it, polling finds the message a little later. */
    public void wake() {
        bell.ring(Bell.EVERYONE);
    }

    /** Like {@link #wake()}, for messages to one destination: the others are not asked in vain. */
    public void wake(String destination) {
        bell.ring(destination);
    }
}
