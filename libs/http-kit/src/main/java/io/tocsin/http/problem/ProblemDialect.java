package io.tocsin.http.problem;

import jakarta.inject.Singleton;

import org.jboss.resteasy.reactive.RestResponse;

/** The dialect of every path that has no other: problem details. */
@Singleton
class ProblemDialect implements ErrorDialect {

    @Override
    public String pathPrefix() {
        return "";
    }

    @Override
    public RestResponse<Object> answer(Failure failure, String path) {
        return Problem.response(failure, path);
    }
}
