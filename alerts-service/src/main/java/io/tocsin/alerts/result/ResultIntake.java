package io.tocsin.alerts.result;

import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.tocsin.alerts.evaluation.Announcer;
import io.tocsin.model.message.ResultRecorded;
import io.tocsin.model.result.Measurements;
import io.tocsin.model.result.ResultSource;
import io.tocsin.model.result.ResultTarget;
import io.tocsin.model.result.TestRef;
import io.tocsin.model.result.TestResult;
import io.tocsin.outbox.IncomingMessage;
import io.tocsin.outbox.MessageHandler;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Takes test results in from events-service. */
@ApplicationScoped
@RegisterForReflection(targets = { ResultRecorded.class, TestResult.class, TestRef.class, ResultSource.class,
        ResultTarget.class,
        Measurements.class })
class ResultIntake implements MessageHandler {

    private final ResultEvaluation evaluation;
    private final ResultMetrics metrics;
    private final Announcer announcer;
    private final ObjectMapper json;

    ResultIntake(ResultEvaluation evaluation, ResultMetrics metrics, Announcer announcer, ObjectMapper json) {
        this.evaluation = evaluation;
        this.metrics = metrics;
        this.announcer = announcer;
        this.json = json;
    }

    @Override
    public String type() {
        return ResultRecorded.TYPE;
    }

    @Override
    public Uni<Void> handle(SqlConnection transaction, List<IncomingMessage> messages) {
        return Uni.createFrom()
                .item(() -> messages.stream().flatMap(this::read).toList())
                .chain(batch -> metrics.measure(batch.size(), evaluation.evaluate(transaction, batch)));
    }

    @Override
    public void committed() {
        announcer.committed();
    }

    private Stream<Received> read(IncomingMessage message) {
        return message.payload(json, ResultRecorded.class, "not results of Tocsin")
                .results()
                .stream()
                .map(result -> new Received(result, message));
    }
}
