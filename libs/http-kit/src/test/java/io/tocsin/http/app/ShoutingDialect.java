package io.tocsin.http.app;

import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import io.tocsin.http.problem.ErrorDialect;
import io.tocsin.http.problem.Failure;

@Singleton
class ShoutingDialect implements ErrorDialect {

    @Override
    public String pathPrefix() {
        return "/api/";
    }

    @Override
    public RestResponse<Object> answer(Failure failure, String path) {
        return ResponseBuilder.create(RestResponse.Status.fromStatusCode(failure.status()),
                (Object) Map.of("errors", List.of(failure.detail().toUpperCase(java.util.Locale.ROOT)))).build();
    }
}
