package io.tocsin.http.problem;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The body of a 401: not a problem but the error of RFC 6750, sent as {@code application/problem+json} all the same. */
@RegisterForReflection
record InvalidToken(String error, @JsonProperty("error_description") String description) {

    static final String ERROR = "invalid_token";

    static InvalidToken of(Failure failure) {
        return new InvalidToken(ERROR, failure.detail());
    }
}
