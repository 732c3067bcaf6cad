package io.tocsin.events.api.dynatrace;

import jakarta.inject.Singleton;

import org.jboss.resteasy.reactive.RestResponse;

import io.tocsin.http.problem.ErrorDialect;
import io.tocsin.http.problem.Failure;
import io.vertx.core.http.HttpServerRequest;

/** Unknown paths, wrong verbs and bodies beyond the limit, which no resource sees. */
@Singleton
class DynatraceErrorDialect implements ErrorDialect {

    @Override
    public String pathPrefix() {
        return "/e/";
    }

    /** Bodies beyond the limit are refused before a call is moved below the prefix. */
    @Override
    public boolean claims(HttpServerRequest call) {
        return DynatraceHints.isDynatrace(call, call.path());
    }

    @Override
    public RestResponse<Object> answer(Failure failure, String path) {
        return DynatraceAnswers.other(failure);
    }
}
