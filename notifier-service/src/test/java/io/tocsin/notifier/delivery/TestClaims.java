package io.tocsin.notifier.delivery;

import java.time.Instant;
import java.util.UUID;

import io.tocsin.notifier.delivery.DeliveryState.Sending;

/** A delivery which somebody holds: {@code TestClaims.aDelivery().to("example.org").claimed()}. */
final class TestClaims {

    private UUID id = UUID.randomUUID();
    private String domain = "example.org";
    private Instant since = Instant.EPOCH;

    private TestClaims() {}

    static TestClaims aDelivery() {
        return new TestClaims();
    }

    TestClaims withId(UUID known) {
        id = known;
        return this;
    }

    TestClaims to(String name) {
        domain = name;
        return this;
    }

    TestClaims since(Instant time) {
        since = time;
        return this;
    }

    /** In its first attempt. */
    Claimed claimed() {
        return new Claimed(id, Channels.EMAIL, domain, 1, 1, new Sending(since), "ann@" + domain, null, null, null, null, null,
                since,
                since, 0, false);
    }
}
