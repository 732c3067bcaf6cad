package io.tocsin.dialects.datadog;

/**
 * The body of {@code POST /api/v1/comments} and of {@code PUT /api/v1/comments/{id}}.
 *
 * @param handle whose comment it is; null for the caller's, or for the one it has
 * @param relatedEventId what it comments on; null for nothing, or for what it comments on already
 */
public record DatadogComment(String message, String handle, Long relatedEventId) {}
