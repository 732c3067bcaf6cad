package io.tocsin.events.api.datadog;

import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tocsin.dialects.datadog.DatadogErrors;
import io.tocsin.dialects.datadog.DatadogForbidden;
import io.tocsin.dialects.datadog.v2.DatadogErrorObjects;

/** Every failure in Datadog's clothes. */
@RegisterForReflection(targets = { DatadogErrors.class, DatadogForbidden.class, DatadogErrorObjects.class,
        DatadogErrorObjects.Problem.class, DatadogErrorObjects.Source.class })
final class DatadogAnswers {

    private static final String TOO_OLD_BODY = "{\"errors\":[\"Event too far in the past\"]}";

    private DatadogAnswers() {}

    static RestResponse<Object> to(Throwable thrown, DatadogApi api) {
        return to(Refusal.of(thrown), api);
    }

    static RestResponse<Object> to(Refusal refusal, DatadogApi api) {
        if (refusal.kind() == Refusal.Kind.TOO_OLD && api == DatadogApi.V1) {
            return tooOld();
        }
        var answer = ResponseBuilder.<Object>create(api.status(refusal))
                .entity(api.body(refusal))
                .type(MediaType.APPLICATION_JSON_TYPE);
        refusal.headers().forEach(answer::header);
        return answer.build();
    }

    /** The one answer which v1 gives as JSON text under another name. */
    private static RestResponse<Object> tooOld() {
        return ResponseBuilder.<Object>create(400)
                .entity(TOO_OLD_BODY)
                .type(MediaType.TEXT_PLAIN_TYPE.withCharset("utf-8"))
                .build();
    }
}
