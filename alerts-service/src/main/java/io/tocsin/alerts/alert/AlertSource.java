package io.tocsin.alerts.alert;

/**
 * One source of an alert.
 *
 * @param id of an agent or monitor; the name again for a source of events
 * @param violates whether it does now
 * @param metricsAtStart what was counted when it began, for people
 * @param metricsAtEnd what was counted when it ended
 */
public record AlertSource(String id, String name, boolean violates, String metricsAtStart, String metricsAtEnd) {}
