package io.tocsin.e2e.api;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;

import io.tocsin.local.Platform;
import io.tocsin.local.key.ApiKey;
import io.tocsin.local.key.KeyHolder;

/** An organization of its own: detection looks at all results of one, and those of other stories would be a part of its world. */
public final class Organization implements AutoCloseable {

    private static final Duration KEYS_ARE_READ_WITHIN = Duration.ofSeconds(10);

    private final Platform platform;
    private final ApiKey key;
    private final Results results;

    private Organization(Platform platform, ApiKey key) {
        this.platform = platform;
        this.key = key;
        this.results = new Results(platform.url(), key);
    }

    static Organization founded(Platform platform, String name) {
        var holder = new KeyHolder(name, "Ann of " + name, "ann@" + name + ".example",
                new KeyHolder.AccountGroup("1", "Default"), List.of());
        var founded = new Organization(platform, platform.data().keys().create(holder));
        await().atMost(KEYS_ARE_READ_WITHIN).until(founded.detectedEvents()::canBeRead);
        return founded;
    }

    public Results results() {
        return results;
    }

    public DetectedEvents detectedEvents() {
        return new DetectedEvents(http());
    }

    public Events events() {
        return new Events(platform.url(), key);
    }

    /** What each dialect finds of its detected events. */
    public Dialects dialects() {
        return new Dialects(http());
    }

    public Rules rules() {
        return new Rules(http());
    }

    public Alerts alerts() {
        return new Alerts(http());
    }

    public Deliveries deliveries() {
        return new Deliveries(http());
    }

    /** From now on this address gets mails about detected events. */
    public void optIn(String address) {
        http().authorized().put("/notifications/preferences/event-detection/" + address).then().statusCode(200);
    }

    private Http http() {
        return new Http(platform.url(), key);
    }

    @Override
    public void close() {
        results.close();
    }
}
