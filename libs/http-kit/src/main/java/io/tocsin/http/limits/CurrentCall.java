package io.tocsin.http.limits;

import jakarta.enterprise.context.RequestScoped;

import io.tocsin.http.identity.Caller;
import io.tocsin.http.problem.CallFailed;
import io.vertx.core.http.HttpServerResponse;

/** The call being answered, as far as limits are concerned. Begun by {@link LimitFilter}. */
@RequestScoped
public class CurrentCall {

    private final LimitGate gate;
    private final Caller caller;

    private CallKind kind;
    private String path;
    private HttpServerResponse response;

    CurrentCall(LimitGate gate, Caller caller) {
        this.gate = gate;
        this.caller = caller;
    }

    void begin(CallKind asKind, String onPath, HttpServerResponse answer) {
        kind = asKind;
        path = onPath;
        response = answer;
        count(1);
    }

    /**
     * Counts what the call carries beyond the one it was counted as. Fails with {@link CallFailed} when that is too much, and then
     * counts none of it. Does nothing where calls are not limited.
     */
    public void countAlso(long more) {
        if (kind != null && more > 0) {
            count(more);
        }
    }

    private void count(long calls) {
        gate.pass(caller.principal(), kind, calls, path, response::putHeader);
    }
}
