/**
 * What a rule asks for, as its author wrote it. Rules of type {@code event} speak Datadog's event-monitor query; the grammar is
 * {@code EventMonitor.g4}, the author's guide {@code docs/dialects/thousandeyes.md}.
 */
package io.tocsin.alerts.expression;
