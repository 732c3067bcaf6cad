package io.tocsin.events.api.datadog;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.smallrye.mutiny.Uni;
import io.tocsin.http.identity.Caller;
import io.tocsin.http.identity.Forbidden;
import io.tocsin.http.identity.Identity;
import io.tocsin.http.identity.Principal;
import io.vertx.core.http.HttpServerRequest;

/** Finds out who calls. Datadog's keys are ordinary credentials of Tocsin. */
@Singleton
class DatadogKeyFilter {

    private final Identity identity;
    private final Caller caller;

    DatadogKeyFilter(Identity identity, Caller caller) {
        this.identity = identity;
        this.caller = caller;
    }

    @ApiKeyRequired
    @ServerRequestFilter
    public Uni<Void> identifyByApiKey(HttpHeaders headers, UriInfo uri, HttpServerRequest request) {
        return identity.authenticate(DatadogKeys.of(headers, uri).requiredApiKey())
                .invoke(principal -> identify(principal, request))
                .replaceWithVoid();
    }

    @BothKeysRequired
    @ServerRequestFilter
    public Uni<Void> identifyByBothKeys(HttpHeaders headers, UriInfo uri, HttpServerRequest request) {
        var keys = DatadogKeys.of(headers, uri);
        return identity.authenticate(keys.requiredApiKey())
                .chain(organization -> person(organization, keys.requiredApplicationKey()))
                .invoke(principal -> identify(principal, request))
                .replaceWithVoid();
    }

    private Uni<Principal> person(Principal organization, String applicationKey) {
        return identity.authenticate(applicationKey)
                .invoke(person -> requireSameOrganization(organization, person));
    }

    private static void requireSameOrganization(Principal organization, Principal person) {
        if (!organization.organization().equals(person.organization())) {
            throw new Forbidden("The API key and the application key belong to different organizations.");
        }
    }

    private void identify(Principal principal, HttpServerRequest request) {
        var from = request.remoteAddress();
        caller.identify(principal, from == null ? null : from.hostAddress());
    }
}
