package io.tocsin.events.api.datadog;

import java.util.function.Supplier;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.smallrye.mutiny.Uni;
import io.tocsin.http.identity.Caller;
import io.tocsin.http.identity.Forbidden;
import io.tocsin.http.identity.Identity;
import io.tocsin.http.identity.Principal;
import io.tocsin.http.server.ClientAddress;
import io.vertx.core.http.HttpServerRequest;

/** Finds out who calls. Datadog's keys are ordinary credentials of Tocsin. */
@Singleton
class DatadogKeyFilter {

    private final Identity identity;
    private final Caller caller;
    private final ClientAddress address;

    DatadogKeyFilter(Identity identity, Caller caller, ClientAddress address) {
        this.identity = identity;
        this.caller = caller;
        this.address = address;
    }

    @ApiKeyRequired
    @ServerRequestFilter
    public Uni<RestResponse<Object>> identifyByApiKey(HttpHeaders headers, UriInfo uri, HttpServerRequest request) {
        var keys = DatadogKeys.of(headers, uri);
        return identify(request, () -> identity.authenticate(keys.requiredApiKey()));
    }

    @BothKeysRequired
    @ServerRequestFilter
    public Uni<RestResponse<Object>> identifyByBothKeys(HttpHeaders headers, UriInfo uri, HttpServerRequest request) {
        var keys = DatadogKeys.of(headers, uri);
        return identify(request, () -> identity.authenticate(keys.requiredApiKey())
                .chain(organization -> person(organization, keys.requiredApplicationKey())));
    }

    /** No answer means that the call may go on. A failure of this Uni would not reach the mappers of the resource. */
    private Uni<RestResponse<Object>> identify(HttpServerRequest request, Supplier<Uni<? extends Principal>> who) {
        return Uni.createFrom()
                .<Principal>deferred(who)
                .invoke(principal -> caller.identify(principal, address.of(request)))
                .map(principal -> (RestResponse<Object>) null)
                .onFailure()
                .invoke(caller::refuse)
                .onFailure()
                .recoverWithItem(failure -> DatadogAnswers.to(failure, api(request)));
    }

    private static DatadogApi api(HttpServerRequest request) {
        return DatadogApi.of(request.method().name(), request.path());
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
}
