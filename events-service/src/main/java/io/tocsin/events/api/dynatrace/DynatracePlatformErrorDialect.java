package io.tocsin.events.api.dynatrace;

import jakarta.inject.Singleton;

import org.jboss.resteasy.reactive.RestResponse;

import io.tocsin.http.problem.ErrorDialect;
import io.tocsin.http.problem.Failure;

/** Paths of Dynatrace's platform which nobody serves here. */
@Singleton
class DynatracePlatformErrorDialect implements ErrorDialect {

    @Override
    public String pathPrefix() {
        return "/platform/";
    }

    @Override
    public RestResponse<Object> answer(Failure failure, String path) {
        return DynatraceAnswers.other(failure);
    }
}
