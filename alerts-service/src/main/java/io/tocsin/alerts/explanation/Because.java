package io.tocsin.alerts.explanation;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Whether something is so, and why. */
@RegisterForReflection
public record Because(boolean holds, String because) {}
