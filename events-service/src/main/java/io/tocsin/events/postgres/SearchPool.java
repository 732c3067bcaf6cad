package io.tocsin.events.postgres;

import jakarta.inject.Singleton;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.tocsin.database.PoolerSafety;
import io.vertx.sqlclient.Pool;

/** The connections of searches, made like all others: Quarkus asks one bean for each data source. */
@Singleton
@ReactiveDataSource("search")
class SearchPool implements PgPoolCreator {

    private final PoolerSafety pools;

    SearchPool(PoolerSafety pools) {
        this.pools = pools;
    }

    @Override
    public Pool create(Input input) {
        return pools.create(input);
    }
}
