package io.tocsin.notifier.integration;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Where webhooks go, as its author says it.
 *
 * @param target the URL
 * @param authentication null for none
 * @param signingSecrets ours: each signs the calls, so that two overlap while a receiver changes from one to the other
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConnectorSettings(
        @NotNull @Pattern(regexp = "generic", message = "must be generic") String type,
        @NotBlank @Size(max = 255) @Pattern(regexp = "\\P{Cntrl}*", message = "must not contain control characters") String name,
        @NotBlank String target,
        @Valid Authentication authentication,
        @Size(max = 30) List<@Valid @NotNull Header> headers,
        @Size(max = 2) List<@NotBlank @Size(min = 8, max = 500) String> signingSecrets) {

    public ConnectorSettings {
        headers = headers == null ? List.of() : headers;
        signingSecrets = signingSecrets == null ? List.of() : signingSecrets;
    }
}
