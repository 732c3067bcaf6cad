/**
 * Metrics in by OTLP/HTTP, as ThousandEyes for OpenTelemetry streams them (wire/thousandeyes.md §8), from ThousandEyes itself or by way
 * of an OpenTelemetry Collector. What it cannot tell of results, such as texts of errors and hops, {@code POST /v7/test-results} can.
 */
package io.tocsin.events.api.otlp;
