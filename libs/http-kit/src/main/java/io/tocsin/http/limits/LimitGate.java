package io.tocsin.http.limits;

import java.time.Duration;
import java.util.function.BiConsumer;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.http.identity.Principal;
import io.tocsin.http.problem.CallFailed;
import io.tocsin.http.problem.Failure;

/** Lets calls in as long as their caller's limits allow it. For calls which reach no JAX-RS resource; others say an annotation. */
@ApplicationScoped
public class LimitGate {

    private final LimitsConfig config;
    private final Limits limits;
    private final LimitDialects dialects;
    private final MeterRegistry registry;

    LimitGate(LimitsConfig config, Limits limits, LimitDialects dialects, MeterRegistry registry) {
        this.config = config;
        this.limits = limits;
        this.dialects = dialects;
        this.registry = registry;
    }

    /**
     * Counts so many calls, or none of them and fails with {@link CallFailed}.
     *
     * @param path whose dialect words the headers
     * @param header takes name and value of each header of the answer, whichever it is
     */
    public void pass(Principal who, CallKind kind, long calls, String path, BiConsumer<String, String> header) {
        if (!config.enabled()) {
            return;
        }
        var allowance = limits.take(who, kind, calls);
        dialects.of(path).write(allowance, header);
        if (!allowance.granted()) {
            registry.counter("tocsin.limits.refused", "limit", allowance.name()).increment();
            throw new CallFailed(refusal(allowance));
        }
    }

    private static Failure refusal(Allowance allowance) {
        return Failure.tooMany("The limit '%s' of %d in %d s is used up; it begins anew in %d s.".formatted(allowance.name(),
                allowance.limit(), allowance.period().toSeconds(), allowance.secondsUntilReset()),
                Duration.ofSeconds(allowance.secondsUntilReset()));
    }
}
