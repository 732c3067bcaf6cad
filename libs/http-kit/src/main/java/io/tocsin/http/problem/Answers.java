package io.tocsin.http.problem;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.vertx.ext.web.RoutingContext;

/** Answers calls that fail before they reach JAX-RS, in the dialect of their path. */
@Singleton
public class Answers {

    private final ErrorDialects dialects;
    private final ObjectMapper json;

    Answers(ErrorDialects dialects, ObjectMapper json) {
        this.dialects = dialects;
        this.json = json;
    }

    public void send(Failure failure, RoutingContext call) {
        var answer = dialects.answer(failure, call.request());
        var response = call.response().setStatusCode(answer.getStatus());
        answer.getStringHeaders().forEach(response::putHeader);
        response.end(text(answer.getEntity()));
    }

    private String text(Object entity) {
        try {
            return entity instanceof String text ? text : json.writeValueAsString(entity);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a dialect's error body must be JSON", e);
        }
    }
}
