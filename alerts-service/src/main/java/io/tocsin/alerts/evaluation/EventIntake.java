package io.tocsin.alerts.evaluation;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.tocsin.model.Entity;
import io.tocsin.model.Event;
import io.tocsin.model.EventContent;
import io.tocsin.model.Scope;
import io.tocsin.model.message.EventRecorded;
import io.tocsin.outbox.IncomingMessage;
import io.tocsin.outbox.MessageHandler;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Takes events in from events-service. */
@ApplicationScoped
@RegisterForReflection(targets = { EventRecorded.class, Event.class, EventContent.class, Scope.class, Entity.class })
class EventIntake implements MessageHandler {

    private final Evaluation evaluation;
    private final EvaluationMetrics metrics;
    private final Announcer announcer;
    private final ObjectMapper json;

    EventIntake(Evaluation evaluation, EvaluationMetrics metrics, Announcer announcer, ObjectMapper json) {
        this.evaluation = evaluation;
        this.metrics = metrics;
        this.announcer = announcer;
        this.json = json;
    }

    @Override
    public String type() {
        return EventRecorded.TYPE;
    }

    @Override
    public Uni<Void> handle(SqlConnection transaction, List<IncomingMessage> messages) {
        return Uni.createFrom()
                .item(() -> messages.stream().map(this::read).toList())
                .chain(batch -> metrics.measure(batch.size(), evaluation.evaluate(transaction, batch)));
    }

    @Override
    public void committed() {
        announcer.committed();
    }

    private Recorded read(IncomingMessage message) {
        return new Recorded(message.payload(json, EventRecorded.class, "not an event of Tocsin").event(), message);
    }
}
