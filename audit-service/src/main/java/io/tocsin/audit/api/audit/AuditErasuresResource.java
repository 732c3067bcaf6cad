package io.tocsin.audit.api.audit;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;

import io.smallrye.mutiny.Uni;
import io.tocsin.audit.erasure.Erasure;
import io.tocsin.http.identity.Authenticated;
import io.tocsin.http.problem.Invalid;
import io.tocsin.model.StorableText;
import io.tocsin.model.message.UserEvent;

/** The right to be forgotten. */
@Path("/audit/erasures")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Cancellable(false)
@Tag(name = "Audit erasure")
class AuditErasuresResource {

    private final Erasure erasure;
    private final AuditAccess access;
    private final Clock clock;

    AuditErasuresResource(Erasure erasure, AuditAccess access, Clock clock) {
        this.erasure = erasure;
        this.access = access;
        this.clock = clock;
    }

    @POST
    @Operation(summary = "Erase what the log knows of a person, for ever", description = """
            The keys of the person are deleted: name, e-mail address and IP addresses of all their entries read `erased` from then on,
            and the log still verifies. Backups of the database made before still hold the keys.""")
    public Uni<ErasureAnswer> erase(@RestQuery String aid, ErasureRequest request) {
        access.toErase();
        var userId = text(request == null ? null : request.userId());
        var email = text(request == null ? null : request.email());
        if (userId.isEmpty() && email.isEmpty()) {
            throw new Invalid("userId", "must be given, or email, or both");
        }
        return erasure.erase(announcement(aid), userId, email)
                .map(ErasureAnswer::new);
    }

    private UserEvent announcement(String aid) {
        return UserEvent.by(access.editor(aid), clock.instant(), "Personal data erased.", List.of(), null);
    }

    /** As it was kept when it was recorded. */
    private static Optional<String> text(String text) {
        return Optional.ofNullable(text).map(StorableText::of).map(String::strip).filter(some -> !some.isEmpty());
    }
}
