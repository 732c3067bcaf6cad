package io.tocsin.events.api.datadog;

import jakarta.inject.Singleton;

import org.jboss.resteasy.reactive.RestResponse;

import io.tocsin.http.problem.ErrorDialect;
import io.tocsin.http.problem.Failure;

/** Unknown paths, wrong verbs and bodies beyond the limit, which no resource sees. */
@Singleton
class DatadogErrorDialect implements ErrorDialect {

    private static final int TOO_LARGE = 413;

    @Override
    public String pathPrefix() {
        return "/api/";
    }

    /** Only a call which posts can bring too much. */
    @Override
    public RestResponse<Object> answer(Failure failure, String path) {
        var method = failure.status() == TOO_LARGE ? "POST" : "GET";
        return DatadogAnswers.to(Refusal.of(failure), DatadogApi.of(method, path));
    }
}
