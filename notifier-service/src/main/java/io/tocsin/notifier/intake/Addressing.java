package io.tocsin.notifier.intake;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tocsin.notifier.integration.Integrations;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Finds out what the integrations of notifications stand for. */
@ApplicationScoped
class Addressing {

    private final Integrations integrations;

    Addressing(Integrations integrations) {
        this.integrations = integrations;
    }

    /** One after the other: a connection takes one statement at a time. */
    Uni<List<Arrival>> resolve(SqlConnection transaction, List<Arrival> arrivals) {
        return Multi.createFrom()
                .iterable(arrivals)
                .onItem()
                .transformToUniAndConcatenate(arrival -> resolve(transaction, arrival))
                .collect()
                .asList();
    }

    private Uni<Arrival> resolve(SqlConnection transaction, Arrival arrival) {
        var notification = arrival.notification();
        return integrations.resolve(transaction, notification.scope(), notification.integrations())
                .map(arrival::with);
    }
}
