package io.tocsin.notifier.integration;

import java.util.List;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * How a call logs in.
 *
 * @param type {@code basic}, {@code bearer-token}, or {@code other-token}, whose token is the whole header {@code Authorization}
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Authentication(
        @NotNull @Pattern(regexp = "basic|bearer-token|other-token", message = "must be basic, bearer-token or other-token; OAuth is not supported") String type,
        @Size(max = 500) @Pattern(regexp = "[^\\p{Cntrl}:]*", message = "must contain neither a colon nor control characters") String username,
        @Size(max = 4_000) @Pattern(regexp = "\\P{Cntrl}*", message = "must not contain control characters") String password,
        @Size(max = 4_000) @Pattern(regexp = "\\P{Cntrl}*", message = "must not contain control characters") String token) {

    static final String BASIC = "basic";
    static final List<String> TOKENS = List.of("bearer-token", "other-token");
}
