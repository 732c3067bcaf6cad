package io.tocsin.http.limits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.vertx.core.http.HttpServerResponse;

/** Counts each call before its resource is called. It is synchronous: a failure of it reaches the mappers of the resource. */
@ApplicationScoped
class LimitFilter {

    /** Behind the filters which find out who calls, whose priority is at most the usual one. */
    private static final int KNOWN_CALLER = Priorities.USER + 500;

    private final CurrentCall call;

    LimitFilter(CurrentCall call) {
        this.call = call;
    }

    @CountsAsIngest
    @ServerRequestFilter(priority = KNOWN_CALLER)
    public void ingest(UriInfo uri, HttpServerResponse response) {
        call.begin(CallKind.INGEST, uri.getPath(), response);
    }

    @CountsAsRead
    @ServerRequestFilter(priority = KNOWN_CALLER)
    public void read(UriInfo uri, HttpServerResponse response) {
        call.begin(CallKind.READ, uri.getPath(), response);
    }
}
