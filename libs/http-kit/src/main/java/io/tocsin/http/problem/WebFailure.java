package io.tocsin.http.problem;

import jakarta.ws.rs.WebApplicationException;

import com.fasterxml.jackson.core.JsonProcessingException;

/** Failures which the REST framework itself raises: no such path, wrong verb, wrong media type, unreadable body. */
final class WebFailure {

    private WebFailure() {}

    static Failure read(WebApplicationException e) {
        if (e.getCause() instanceof JsonProcessingException json) {
            return JsonFailure.read(json);
        }
        var status = e.getResponse().getStatus();
        return switch (status) {
            case 400 -> Failure.of(400, "The request could not be read.");
            case 404 -> Failure.of(404, "The requested resource could not be found.");
            case 405 -> Failure.of(405, "This resource does not support the request's method.");
            case 413 -> Failure.of(413, "The request body is larger than this server accepts.");
            case 415 -> Failure.of(415, "The request body must be application/json.");
            default -> Failure.of(status, e.getResponse().getStatusInfo().getReasonPhrase() + ".");
        };
    }
}
