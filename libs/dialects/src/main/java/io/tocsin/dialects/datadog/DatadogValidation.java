package io.tocsin.dialects.datadog;

/** The answer of {@code GET /api/v1/validate} to a known API key. */
public record DatadogValidation(boolean valid) {}
