package io.tocsin.events.api.datadog;

import jakarta.inject.Singleton;

import org.jboss.resteasy.reactive.RestResponse;

import io.tocsin.http.problem.ErrorDialect;
import io.tocsin.http.problem.Failure;

/** Unknown paths, wrong verbs and bodies beyond the limit, which no resource sees. */
@Singleton
class DatadogErrorDialect implements ErrorDialect {

    @Override
    public String pathPrefix() {
        return "/api/";
    }

    @Override
    public RestResponse<Object> answer(Failure failure, String path) {
        return DatadogAnswers.other(failure);
    }
}
