package io.tocsin.notifier.delivery;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.quarkus.arc.All;

/** The transports of this service by their channel. */
@Singleton
class Transports {

    private final Map<String, Transport> byChannel;

    Transports(@All List<Transport> transports) {
        byChannel = transports.stream().collect(Collectors.toUnmodifiableMap(Transport::channel, Function.identity()));
    }

    Transport of(Claimed delivery) {
        return byChannel.get(delivery.channel());
    }

    Collection<Transport> all() {
        return byChannel.values();
    }
}
