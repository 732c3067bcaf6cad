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
 * What a webhook carries, as its author says it. Which state it is in is no setting.
 *
 * @param path follows the connector's target
 * @param payload a Handlebars template, null for ours
 * @param queryParams a Handlebars template of a JSON object, whose members become parameters of the URL
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OperationSettings(
        @NotBlank @Size(max = 255) @Pattern(regexp = "\\P{Cntrl}*", message = "must not contain control characters") String name,
        Boolean enabled,
        @NotNull @Pattern(regexp = "alerts", message = "must be alerts") String category,
        @Size(max = 1_000) @Pattern(regexp = "(/[^\\s?#\\\\]*)?", message = "must begin with / and have neither blanks nor ? and #") String path,
        @Size(max = 32_768) String payload,
        @Size(max = 30) List<@Valid @NotNull Header> headers,
        @Size(max = 4_000) String queryParams,
        @Pattern(regexp = "webhook", message = "must be webhook") String type) {

    public OperationSettings {
        enabled = enabled == null || enabled;
        headers = headers == null ? List.of() : headers;
        type = type == null ? "webhook" : type;
    }

    OperationSettings with(List<Header> others) {
        return new OperationSettings(name, enabled, category, path, payload, others, queryParams, type);
    }
}
