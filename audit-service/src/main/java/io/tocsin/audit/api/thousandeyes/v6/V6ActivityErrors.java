package io.tocsin.audit.api.thousandeyes.v6;

import jakarta.inject.Singleton;

import org.jboss.resteasy.reactive.RestResponse;

import io.tocsin.dialects.thousandeyes.v6.V6Format;
import io.tocsin.http.problem.ErrorDialect;
import io.tocsin.http.problem.Failure;
import io.vertx.core.http.HttpServerRequest;

/** Unknown paths and wrong verbs, which no resource sees. */
@Singleton
class V6ActivityErrors implements ErrorDialect {

    private final V6ActivityBodies bodies;

    V6ActivityErrors(V6ActivityBodies bodies) {
        this.bodies = bodies;
    }

    @Override
    public String pathPrefix() {
        return "/v6/";
    }

    @Override
    public boolean claims(HttpServerRequest call) {
        return V6ActivityPaths.home(call, call.path()).isPresent();
    }

    @Override
    public RestResponse<Object> answer(Failure failure, String path) {
        return bodies.failed(path.endsWith("." + V6Format.XML) ? V6Format.XML : V6Format.JSON, failure);
    }
}
