package io.tocsin.events.result;

import java.time.Instant;

import io.tocsin.model.result.TestRef;

/** A test of which results came. */
public record SeenTest(TestRef test, Instant firstSeenAt, Instant lastSeenAt) {}
