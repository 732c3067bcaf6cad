package io.tocsin.dialects.dynatrace;

/** The body of {@code POST /api/v1/events}. */
public record DynatracePush(PostedEvent event, AttachRules attachRules) {}
