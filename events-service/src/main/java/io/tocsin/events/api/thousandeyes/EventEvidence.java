package io.tocsin.events.api.thousandeyes;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tocsin.dialects.thousandeyes.event.EventBase;
import io.tocsin.dialects.thousandeyes.event.EventGrouping;
import io.tocsin.dialects.thousandeyes.event.SelfLink;

/**
 * Why a component is held to be at fault. Tocsin's own: ThousandEyes does not tell.
 *
 * @param detectedDate the round by which it was found
 * @param summary what is held to be at fault, in words
 * @param phases what went wrong and in how many flows, as of the latest failing rounds
 * @param series of the component's rounds in the whole organization, minute by minute
 * @param rejected components which explain the failures less well, the most plausible first
 */
@RegisterForReflection
record EventEvidence(
        @JsonUnwrapped EventBase base,
        Instant detectedDate,
        String summary,
        EventGrouping grouping,
        Statistic statistic,
        Map<String, Integer> phases,
        List<Minute> series,
        List<Rejected> rejected,
        @JsonProperty("_links") SelfLink links) {

    /**
     * The test's figures (docs/detection.md, 4).
     *
     * @param logOdds how much likelier the rounds are with the fault than without, as a natural logarithm
     * @param threshold which it had to exceed, the same
     * @param because both in words
     */
    @RegisterForReflection
    record Statistic(String test, double logOdds, double threshold, String because) {}

    /**
     * @param failureRate of the rounds which began in this minute, 0 to 1; absent when there were none
     * @param baseline which it would have without a fault
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Minute(Instant date, int rounds, int failures, Double failureRate, Double baseline) {}

    /**
     * @param grouping absent where it would name what belongs to other account groups
     * @param worseBy how much less well it explains them, as a natural logarithm of odds
     * @param because the same in words
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Rejected(String type, String typeName, EventGrouping grouping, double worseBy, String because) {}
}
