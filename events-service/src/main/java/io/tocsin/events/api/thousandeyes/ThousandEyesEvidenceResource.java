package io.tocsin.events.api.thousandeyes;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

import io.smallrye.mutiny.Uni;
import io.tocsin.events.detection.DetectedEvents;
import io.tocsin.http.identity.Authenticated;
import io.tocsin.http.identity.Caller;
import io.tocsin.http.identity.Permission;
import io.tocsin.http.limits.CountsAsRead;

/** Why an event was detected. Tocsin's own: ThousandEyes has nothing like it. */
@Path(Links.EVENTS + "/{id}/evidence")
@Produces(HalJson.MEDIA_TYPE)
@Authenticated
@CountsAsRead
@Cancellable(false)
@Tag(name = "Detected events")
class ThousandEyesEvidenceResource {

    private final DetectedEvents events;
    private final EvidenceTranslator translator;
    private final Caller caller;

    ThousandEyesEvidenceResource(DetectedEvents events, EvidenceTranslator translator, Caller caller) {
        this.events = events;
        this.translator = translator;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Get the evidence of a detected event: series, baselines, figures, rejected candidates", operationId = "getEventEvidence")
    public Uni<EventEvidence> get(@PathParam("id") String id, @QueryParam("aid") String aid) {
        return events.find(caller.scope(Permission.VIEW_EVENTS, aid), EventIds.read(id))
                .map(found -> found.orElseThrow(NotFoundException::new))
                .map(detail -> translator.answer(detail, aid));
    }
}
