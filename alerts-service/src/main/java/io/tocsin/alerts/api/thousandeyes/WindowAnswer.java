package io.tocsin.alerts.api.thousandeyes;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tocsin.alerts.suppression.WindowSettings;

/**
 * One suppression window, in a list and alone.
 *
 * @param status {@code active}, {@code inactive} or {@code ended}
 * @param tests null unless the caller wants them
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record WindowAnswer(
        String alertSuppressionWindowId,
        @JsonUnwrapped @JsonIgnoreProperties("testIds") WindowSettings settings,
        String status,
        List<TestItem> tests,
        @JsonProperty("_links") SelfLink links) {}
