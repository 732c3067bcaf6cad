package io.tocsin.outbox;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.MeterRegistry;

/**
 * What the outbox counts, per destination. Over all replicas and since their start
 *
 * <pre>appended + redriven = delivered + set_aside + (depth now - depth then) + rolled back</pre>
 *
 * The last term is small: a message counts as appended when its statement succeeded, and its transaction may still fail.
 * The depth is an estimate where much waits.
 */
@Singleton
public class OutboxMeters {

    private static final String PREFIX = "tocsin.outbox.messages.";

    private final MeterRegistry registry;

    OutboxMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    public void appended(String destination, int messages) {
        count("appended", destination, messages);
    }

    /** Its destination has it; the row is gone. */
    public void delivered(String destination, int messages) {
        count("delivered", destination, messages);
    }

    /** An attempt failed and another one follows: no term of the equation. */
    public void retried(String destination, int messages) {
        count("retried", destination, messages);
    }

    public void setAside(String destination, int messages) {
        count("set.aside", destination, messages);
    }

    public void redriven(String destination, int messages) {
        count("redriven", destination, messages);
    }

    private void count(String what, String destination, int messages) {
        registry.counter(PREFIX + what, "destination", destination).increment(messages);
    }
}
