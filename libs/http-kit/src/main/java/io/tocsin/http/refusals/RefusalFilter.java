package io.tocsin.http.refusals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerResponseContext;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import io.tocsin.http.identity.Caller;
import io.tocsin.http.identity.Unauthenticated;
import io.tocsin.http.server.ClientAddress;
import io.vertx.core.http.HttpServerRequest;

/** Sees each answer of whatever dialect, and counts those which refuse a credential. */
@ApplicationScoped
class RefusalFilter {

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private final Refusals refusals;
    private final Caller caller;
    private final ClientAddress address;

    RefusalFilter(Refusals refusals, Caller caller, ClientAddress address) {
        this.refusals = refusals;
        this.caller = caller;
        this.address = address;
    }

    @ServerResponseFilter
    public void count(ContainerResponseContext answer, HttpServerRequest request) {
        if (answer.getStatus() == UNAUTHORIZED || answer.getStatus() == FORBIDDEN) {
            count(request);
        }
    }

    /** A call without any credential is nobody's mistake: browsers and probes make them. */
    private void count(HttpServerRequest request) {
        if (caller.refusal() instanceof Unauthenticated refusal) {
            if (refusal.expired() != null) {
                refusals.count(Refused.expired(refusal.expired()), address.of(request));
            } else if (refusal.isUnknown()) {
                refusals.count(Refused.unknown(), address.of(request));
            }
        } else if (caller.isKnown()) {
            refusals.count(Refused.notPermitted(caller.principal()), address.of(request));
        }
    }
}
