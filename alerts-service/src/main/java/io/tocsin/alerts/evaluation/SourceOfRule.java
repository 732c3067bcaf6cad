package io.tocsin.alerts.evaluation;

import java.util.Map;

import io.vertx.mutiny.sqlclient.Tuple;

record SourceOfRule(long rule, String source) {

    /** Four columns: rule, source, and the moment in two. */
    static Tuple columns(Map<SourceOfRule, Moment> moments) {
        return Columns.of(moments.entrySet())
                .longs(entry -> entry.getKey().rule())
                .texts(entry -> entry.getKey().source())
                .moments(Map.Entry::getValue)
                .tuple();
    }
}
