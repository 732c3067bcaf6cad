package io.tocsin.http.app;

import java.time.Instant;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestQuery;

import io.smallrye.mutiny.Uni;
import io.tocsin.http.identity.Authenticated;
import io.tocsin.http.identity.Forbidden;
import io.tocsin.http.problem.CallFailed;
import io.tocsin.http.problem.Failure;
import io.tocsin.http.problem.Invalid;
import io.vertx.sqlclient.ClosedConnectionException;

/** Fails in every way a resource of ours can; has no mappers. */
@Path("/v7/things")
@Produces("application/hal+json")
class ThingsResource {

    public enum Colour {
        RED
    }

    record Part(@NotBlank String name, @Positive int size) {}

    record Thing(@NotBlank String name, Colour colour, Instant since, List<@Valid Part> parts) {

        Thing {
            if (parts != null && parts.size() > 2) {
                throw new IllegalArgumentException("has more than 2 parts");
            }
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<String> create(@NotNull @Valid Thing thing) {
        return Uni.createFrom().item("\"" + thing.name().length() + "\"");
    }

    @GET
    public Uni<String> list(@RestQuery @Positive Integer max) {
        return Uni.createFrom().item("[]");
    }

    @GET
    @Path("/secret")
    @Authenticated
    public Uni<String> secret() {
        return Uni.createFrom().item("\"s\"");
    }

    @GET
    @Path("/fails")
    public Uni<String> fail(@RestQuery String how) {
        return Uni.createFrom().failure(failure(how));
    }

    private static Throwable failure(String how) {
        return switch (how) {
            case "forbidden" -> new Forbidden("This credential lacks the permission 'edit-alert-rules'.");
            case "missing" -> new CallFailed(Failure.notFound());
            case "invalid" -> new Invalid("expression", "does not parse at 1:7");
            case "database" -> ClosedConnectionException.INSTANCE;
            default -> new IllegalStateException("internals");
        };
    }
}
