package io.tocsin.notifier.delivery;

import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

import io.tocsin.notifier.delivery.DomainConfig.Limits;

/** What {@link DomainConfig} means for one transport. */
final class DomainLimits {

    private final DomainConfig config;
    private final Map<String, Limits> named;
    private final int connections;
    private final int perDomain;

    DomainLimits(DomainConfig config, int connections, int perDomain) {
        this.config = config;
        this.named = config.of();
        this.connections = connections;
        this.perDomain = perDomain;
    }

    /** Domains which somebody named. */
    Set<String> named() {
        return named.keySet();
    }

    int connections(String domain) {
        var own = named.containsKey(domain) ? named.get(domain).connections() : OptionalInt.empty();
        return Math.min(connections, own.orElse(anyDomain()));
    }

    /** Null for a domain without a limit. */
    Pace pace(String domain) {
        var own = named.containsKey(domain) ? named.get(domain).mailsPerMinute() : OptionalInt.empty();
        var perMinute = own.isPresent() ? own : config.mailsPerMinute();
        return perMinute.isPresent() ? new Pace(perMinute.getAsInt()) : null;
    }

    private int anyDomain() {
        return config.connections().orElse(perDomain);
    }
}
