package io.tocsin.alerts.suppression;

import java.time.LocalDate;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * When a window stops repeating.
 *
 * @param count how often it opens
 * @param date the last one, in the window's time zone, on which it may open
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WindowEnd(
        @NotNull @Pattern(regexp = "count|never|date", message = "must be count, never or date") String type,
        @Min(1) @Max(10_000) Integer count,
        String date) {

    static final String COUNT = "count";
    static final String DATE = "date";

    /** Null for never. */
    LocalDate last(DatePattern dates) {
        return switch (type) {
            case COUNT -> dates.nth(count);
            case DATE -> LocalDate.parse(date);
            default -> null;
        };
    }

    @JsonIgnore
    boolean isNever() { return !COUNT.equals(type) && !DATE.equals(type); }
}
