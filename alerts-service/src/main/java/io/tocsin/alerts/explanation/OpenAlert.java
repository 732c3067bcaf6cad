package io.tocsin.alerts.explanation;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonIgnore;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** An alert of the rule which is open. */
@RegisterForReflection
public record OpenAlert(
        String alertId,
        Instant startDate,
        @Schema(description = "muted by a real-time suppression window") boolean suppressed,
        @Schema(description = "names of the sources which violate now, the first hundred") List<String> violating,
        @JsonIgnore String test,
        @JsonIgnore String target) {}
