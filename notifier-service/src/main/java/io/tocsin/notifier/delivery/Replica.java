package io.tocsin.notifier.delivery;

import java.util.UUID;

import jakarta.inject.Singleton;

/** What this process calls itself as an owner of deliveries; another name after each start. */
@Singleton
class Replica {

    private final String name = System.getenv().getOrDefault("HOSTNAME", "replica") + "/"
            + UUID.randomUUID().toString().substring(0, 8);

    String name() {
        return name;
    }
}
