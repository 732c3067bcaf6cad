package io.tocsin.notifier.delivery;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

/** The channels by their name: each is open or paused by itself. */
@ApplicationScoped
public class Channels {

    /** Deliveries by mail. */
    public static final String EMAIL = "email";

    private final Map<String, Channel> byName = new ConcurrentHashMap<>();
    private final Clock clock;
    private final DispatchConfig config;

    Channels(Clock clock, DispatchConfig config) {
        this.clock = clock;
        this.config = config;
    }

    public Channel of(String name) {
        return byName.computeIfAbsent(name, any -> new Channel(any, clock, config));
    }
}
