package io.tocsin.outbox.wire;

import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** An error between services (RFC 9457). */
@RegisterForReflection
public record Problem(String type, String title, int status, String detail) {

    public static RestResponse<Problem> of(int status, String title, String detail) {
        return response(status, title, detail).build();
    }

    public static RestResponse<Problem> unadmitted() {
        return response(401, "Unauthorized",
                "send the service credential: Authorization: Bearer <tocsin.outbox.service-credential>")
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    public static RestResponse<Problem> tryAgain(String detail, int afterSeconds) {
        return response(503, "Try again", detail)
                .header(HttpHeaders.RETRY_AFTER, afterSeconds)
                .build();
    }

    private static ResponseBuilder<Problem> response(int status, String title, String detail) {
        return ResponseBuilder.<Problem>create(status)
                .entity(new Problem("about:blank", title, status, detail))
                .type("application/problem+json");
    }
}
