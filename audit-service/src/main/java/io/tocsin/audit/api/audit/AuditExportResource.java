package io.tocsin.audit.api.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;

import io.smallrye.mutiny.Uni;
import io.tocsin.audit.export.Export;
import io.tocsin.audit.head.Heads;
import io.tocsin.audit.head.SignedHead;
import io.tocsin.http.identity.Authenticated;
import io.tocsin.http.limits.CountsAsRead;
import io.tocsin.http.problem.CallFailed;
import io.tocsin.http.problem.Failure;
import io.tocsin.http.problem.Invalid;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

/** The log as a file, streamed. */
@Path("/audit/export")
@Authenticated
@CountsAsRead
@Cancellable(false)
@Tag(name = "Audit proofs")
class AuditExportResource {

    private static final Map<String, List<String>> FILE = Map.of(
            "Content-Disposition", List.of("attachment; filename=\"audit.ndjson\""),
            "Vary", List.of("Accept-Encoding"));

    private final Export export;
    private final Heads heads;
    private final AuditAccess access;

    AuditExportResource(Export export, Heads heads, AuditAccess access) {
        this.export = export;
        this.heads = heads;
        this.access = access;
    }

    @GET
    @Produces("application/x-ndjson")
    @Operation(summary = "The organization's log with its proof, for ./tocsin audit verify", description = """
            Entries are numbered from 1. `from` and `to` name the first and the last (default: all that the head covers); `head` is the
            size of the signed head against which they are proven (default: one that is signed now). An export which broke off goes on
            with `from` = the last number + 1 and the same `head`; append it to the same file. With `Accept-Encoding: gzip` it is compressed.""")
    @APIResponse(responseCode = "404", description = "Nothing was recorded yet, or no such head was signed")
    public RestMulti<ExportLines> export(@RestQuery String from, @RestQuery String to, @RestQuery String head,
            @Context HttpServerResponse response) {
        compressible(response);
        var organization = access.toExport();
        var first = WholeNumber.of("from", from, 1);
        var last = WholeNumber.of("to", to, Long.MAX_VALUE);
        var size = WholeNumber.of("head", head, 0);
        return RestMulti.fromUniResponse(head(organization, size).invoke(found -> check(first, last, found)),
                found -> export.lines(found, first, Math.min(last, found.entries())).map(ExportLines::new), found -> FILE);
    }

    /** Quarkus takes its mark against compression away when an answer is complete; a stream begins before that. */
    private static void compressible(HttpServerResponse response) {
        response.headers().remove(HttpHeaders.CONTENT_ENCODING);
    }

    private Uni<SignedHead> head(String organization, long size) {
        var head = size == 0 ? heads.signNow(organization) : heads.ofSize(organization, size);
        return head.map(Optional::orElseThrow)
                .onFailure(java.util.NoSuchElementException.class)
                .transform(missing -> new CallFailed(Failure.of(404, size == 0
                        ? "There is nothing to export: nothing was recorded yet, or this installation has no key to sign with."
                        : "No head of size " + size + " was signed.")));
    }

    private static void check(long first, long last, SignedHead head) {
        if (first < 1 || first > Math.min(last, head.entries())) {
            throw new Invalid("from", "must be between 1 and " + Math.min(last, head.entries()));
        }
    }
}
