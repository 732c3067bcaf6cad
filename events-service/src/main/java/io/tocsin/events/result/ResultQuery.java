package io.tocsin.events.result;

import io.tocsin.model.Scope;
import io.tocsin.model.result.ResultLayer;
import io.tocsin.model.result.TestRef;

/**
 * Which results of one layer of a test.
 *
 * @param from first round, epoch seconds
 * @param to last round
 * @param sourceId only those of this agent or monitor; null for all
 * @param serverId only those about this server; null for all
 */
public record ResultQuery(Scope scope, TestRef test, ResultLayer layer, long from, long to, String sourceId, String serverId) {

    /** All of its rounds. */
    public static ResultQuery of(Scope scope, TestRef test, ResultLayer layer) {
        return new ResultQuery(scope, test, layer, Long.MIN_VALUE, Long.MAX_VALUE, null, null);
    }

    public ResultQuery between(long first, long last) {
        return new ResultQuery(scope, test, layer, first, last, sourceId, serverId);
    }

    public ResultQuery from(String source) {
        return new ResultQuery(scope, test, layer, from, to, source, serverId);
    }

    public ResultQuery about(String server) {
        return new ResultQuery(scope, test, layer, from, to, sourceId, server);
    }
}
