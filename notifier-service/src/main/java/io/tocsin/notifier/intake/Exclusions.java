package io.tocsin.notifier.intake;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.tocsin.notifier.delivery.DeliveryMetrics;
import io.tocsin.notifier.suppression.Suppressor;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Ends deliveries to addresses on the suppression list as soon as they are taken in. */
@ApplicationScoped
class Exclusions {

    private final Suppressor suppressor;
    private final DeliveryMetrics metrics;

    Exclusions(Suppressor suppressor, DeliveryMetrics metrics) {
        this.suppressor = suppressor;
        this.metrics = metrics;
    }

    Uni<Void> apply(SqlConnection transaction, List<Arrival> arrivals) {
        return suppressor.atIntake(transaction, arrivals.stream().map(arrival -> arrival.notification().id()).toList())
                .invoke(count -> countAfterCommit(transaction, count))
                .replaceWithVoid();
    }

    private void countAfterCommit(SqlConnection transaction, int count) {
        if (count > 0) {
            transaction.transaction()
                    .completion()
                    .subscribe()
                    .with(done -> metrics.suppressed(count), failure -> Log.debugf("intake: rolled back: %s", failure));
        }
    }
}
