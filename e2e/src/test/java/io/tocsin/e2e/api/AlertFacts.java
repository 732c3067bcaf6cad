package io.tocsin.e2e.api;

import java.util.Map;

/**
 * What an alert says, whatever form says it.
 *
 * @param start     in UTC, such as {@code 2026-01-05 14:25:00}
 * @param end       null while it is active
 * @param violating sources that violate now
 * @param sources   what each source measured when it began to violate, by its name
 */
public record AlertFacts(
        String rule,
        String test,
        boolean active,
        String severity,
        String start,
        String end,
        int violating,
        boolean suppressed,
        int version,
        Map<String, String> sources) {}
