package io.tocsin.http.problem;

import java.util.List;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * RFC 9457 in the words of ThousandEyes (wire/thousandeyes.md §1.7).
 *
 * @param instance the path that was asked for
 * @param errors what is wrong with which member of the request; null unless the request was invalid
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(String type, String title, int status, String detail, String instance, List<FieldError> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String UNSPECIFIC = "about:blank";

    public Problem {
        errors = errors == null ? null : List.copyOf(errors);
    }

    public static Problem of(Failure failure, String path) {
        return new Problem(UNSPECIFIC, title(failure), failure.status(), failure.detail(), path,
                failure.errors().isEmpty() ? null : failure.errors());
    }

    /** The whole answer to a failed call: a problem, or for 401 the model of OAuth which the clients expect there. */
    public static RestResponse<Object> response(Failure failure, String path) {
        var unauthenticated = failure.status() == RestResponse.StatusCode.UNAUTHORIZED;
        Object body = unauthenticated ? InvalidToken.of(failure) : of(failure, path);
        var response = ResponseBuilder.create(RestResponse.Status.fromStatusCode(failure.status()), body)
                .type(MediaType.valueOf(MEDIA_TYPE));
        if (unauthenticated) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"" + InvalidToken.ERROR + "\"");
        }
        failure.headers().forEach(response::header);
        return response.build();
    }

    /** The same from any exception; what resources' one-line mappers call. */
    public static RestResponse<Object> response(Throwable failure, String path) {
        return response(Failure.of(failure), path);
    }

    private static String title(Failure failure) {
        if (!failure.errors().isEmpty()) {
            return "Request validation failed. There are invalid or missing fields";
        }
        return switch (failure.status()) {
            case 404 -> "URI Resource Not Found";
            case 500 -> "Internal server error";
            default -> RestResponse.Status.fromStatusCode(failure.status()).getReasonPhrase();
        };
    }
}
