package io.tocsin.events.api.thousandeyes;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tocsin.dialects.thousandeyes.PageLinks;

/**
 * Results as ThousandEyes answers them, with their layer beside.
 *
 * @param startDate absent when no range was asked for: then they are those of the latest round
 */
@RegisterForReflection(targets = { ResultPage.class, PageLinks.class })
@JsonInclude(JsonInclude.Include.NON_NULL)
record ResultPage(
        SimpleTest test,
        String layer,
        List<Map<String, Object>> results,
        Instant startDate,
        Instant endDate,
        @JsonProperty("_links") PageLinks links) {}
