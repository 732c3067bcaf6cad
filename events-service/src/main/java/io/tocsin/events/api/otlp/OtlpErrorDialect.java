package io.tocsin.events.api.otlp;

import jakarta.inject.Singleton;

import org.jboss.resteasy.reactive.RestResponse;

import io.tocsin.http.problem.ErrorDialect;
import io.tocsin.http.problem.Failure;

/** Wrong verbs and types, and bodies beyond the limit, which the resource does not see; in JSON, whatever the request was in. */
@Singleton
class OtlpErrorDialect implements ErrorDialect {

    @Override
    public String pathPrefix() {
        return OtlpMetricsResource.PATH;
    }

    @Override
    public RestResponse<Object> answer(Failure failure, String path) {
        return OtlpAnswers.failed(failure, false);
    }
}
