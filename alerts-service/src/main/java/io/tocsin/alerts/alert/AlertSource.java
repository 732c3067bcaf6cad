package io.tocsin.alerts.alert;

import java.time.Instant;

/**
 * One source of an alert.
 *
 * @param id of an agent or monitor; the name again for a source of events
 * @param violates whether it does now
 * @param endedAt when it stopped violating, null while it violates
 * @param metricsAtStart what was measured or counted when it began, for people
 * @param metricsAtEnd the latest; of a source of events null while it violates, as its end is not counted yet
 */
public record AlertSource(
        String id,
        String name,
        boolean violates,
        Instant startedAt,
        Instant endedAt,
        String metricsAtStart,
        String metricsAtEnd) {}
