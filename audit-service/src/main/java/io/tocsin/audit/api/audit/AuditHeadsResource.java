package io.tocsin.audit.api.audit;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;

import io.smallrye.mutiny.Uni;
import io.tocsin.audit.head.Heads;
import io.tocsin.http.identity.Authenticated;
import io.tocsin.http.limits.CountsAsRead;

/** What an auditor keeps elsewhere: signed heads, and the keys that signed them. */
@Path("/audit")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@CountsAsRead
@Cancellable(false)
@Tag(name = "Audit proofs")
class AuditHeadsResource {

    private static final int PAGE_SIZE = 100;

    private final Heads heads;
    private final AuditAccess access;

    AuditHeadsResource(Heads heads, AuditAccess access) {
        this.heads = heads;
        this.access = access;
    }

    @GET
    @Path("heads")
    @Operation(summary = "Signed heads of the organization's log, newest first; before=SIZE goes on below that size")
    public Uni<HeadList> heads(@RestQuery String before) {
        return heads.newest(access.toSeeHeads(), WholeNumber.of("before", before, Long.MAX_VALUE), PAGE_SIZE)
                .map(found -> new HeadList(found.stream().map(HeadAnswer::of).toList()));
    }

    @GET
    @Path("keys")
    @Operation(summary = "Public keys that ever signed a head, oldest first")
    public Uni<KeyList> keys() {
        access.toSeeHeads();
        return heads.keys().map(KeyList::new);
    }
}
