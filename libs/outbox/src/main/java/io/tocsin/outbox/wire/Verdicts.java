package io.tocsin.outbox.wire;

import java.util.List;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The answer of an inbox: one verdict per message, in their order. */
@RegisterForReflection(targets = { Verdicts.class, Verdict.class, Verdict.Outcome.class })
public record Verdicts(List<Verdict> messages) {

    public Verdicts {
        messages = messages == null ? List.of() : List.copyOf(messages);
    }
}
