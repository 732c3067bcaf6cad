package io.tocsin.audit.api.audit;

import java.util.Optional;
import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;

import io.smallrye.mutiny.Uni;
import io.tocsin.audit.proof.Evidence;
import io.tocsin.http.identity.Authenticated;
import io.tocsin.http.limits.CountsAsRead;
import io.tocsin.http.problem.CallFailed;
import io.tocsin.http.problem.Failure;
import io.tocsin.http.problem.Invalid;

/** Proofs of inclusion and of consistency. */
@Path("/audit")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@CountsAsRead
@Cancellable(false)
@Tag(name = "Audit proofs")
class AuditProofsResource {

    private final Evidence evidence;
    private final AuditAccess access;

    AuditProofsResource(Evidence evidence, AuditAccess access) {
        this.evidence = evidence;
        this.access = access;
    }

    @GET
    @Path("entries/{id}")
    @Operation(summary = "One entry, and the proof that it is in the log under a signed head")
    @APIResponse(responseCode = "404", description = "No such entry, or one that has expired")
    public Uni<EntryAnswer> entry(@RestPath String id) {
        return evidence.ofEntry(access.toExport(), id(id))
                .map(proof -> EntryAnswer.of(found(proof)));
    }

    @GET
    @Path("consistency")
    @Operation(summary = "The proof that the log under the head of size `to` begins with the log under that of size `from`")
    @APIResponse(responseCode = "404", description = "No head of that size was signed")
    public Uni<ConsistencyAnswer> consistency(@RestQuery String from, @RestQuery String to) {
        var organization = access.toSeeHeads();
        var older = WholeNumber.required("from", from);
        var newer = WholeNumber.required("to", to);
        if (older > newer) {
            throw new Invalid("from", "must not be greater than to");
        }
        return evidence.between(organization, older, newer)
                .map(proof -> ConsistencyAnswer.of(found(proof)));
    }

    private static UUID id(String text) {
        if (!text.matches("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}")) {
            throw new CallFailed(Failure.notFound());
        }
        return UUID.fromString(text);
    }

    private static <T> T found(Optional<T> thing) {
        return thing.orElseThrow(() -> new CallFailed(Failure.notFound()));
    }
}
