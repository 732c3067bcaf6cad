package io.tocsin.events.api.datadog;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.tocsin.dialects.datadog.DatadogValidation;

/** Asked by clients as a health check before they send anything. */
@Path("/api/v1/validate")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@Tag(name = "Datadog events v1")
class DatadogValidateResource {

    @GET
    @ApiKeyRequired
    @Operation(summary = "Check an API key", operationId = "datadogValidate")
    public DatadogValidation validate() {
        return new DatadogValidation(true);
    }

    @ServerExceptionMapper
    RestResponse<Object> failed(Throwable failure) {
        return DatadogAnswers.to(failure, DatadogApi.V1);
    }
}
