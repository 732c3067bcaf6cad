package io.tocsin.alerts.api.thousandeyes.v6;

import jakarta.inject.Singleton;

import org.jboss.resteasy.reactive.RestResponse;

import io.tocsin.http.problem.ErrorDialect;
import io.tocsin.http.problem.Failure;
import io.vertx.core.http.HttpServerRequest;

/** Unknown paths, wrong verbs and bodies beyond the limit, which no resource sees. */
@Singleton
class V6Errors implements ErrorDialect {

    private final V6Bodies bodies;

    V6Errors(V6Bodies bodies) {
        this.bodies = bodies;
    }

    @Override
    public String pathPrefix() {
        return V6Paths.ROOT;
    }

    /** Bodies beyond the limit are refused before a call is moved below the prefix. */
    @Override
    public boolean claims(HttpServerRequest call) {
        return V6Paths.home(call, call.path()).isPresent();
    }

    @Override
    public RestResponse<Object> answer(Failure failure, String path) {
        return bodies.failed(failure, path);
    }
}
