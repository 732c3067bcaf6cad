package io.tocsin.notifier.storm;

import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

/** How many mails are calm, and what happens beyond: the times of digests. */
@ApplicationScoped
public class Storm {

    private final StormConfig config;

    Storm(StormConfig config) {
        this.config = config;
    }

    /** How many deliveries to one recipient within the window are still calm. */
    public int calm() {
        return config.mails();
    }

    public Duration window() {
        return config.window();
    }

    /** Where the window begins: what came later counts. Beyond any delivery where there are no digests. */
    public Instant windowBegin(Instant now) {
        return config.digests() ? now.minus(config.window()) : now.plus(Duration.ofDays(1));
    }

    /** Whether deliveries may share a mail. */
    public boolean gathers() {
        return config.digests();
    }

    public int deliveriesPerDigest() {
        return config.deliveriesPerDigest();
    }

    /**
     * When the next digest goes to this recipient. All replicas say the same without asking each other, and not the same for everybody,
     * so that digests do not all go at the full minute.
     */
    public Instant nextDigest(String recipient, Instant now) {
        var every = Math.max(1, config.digestEvery().toMillis());
        var sinceLast = Math.floorMod(now.toEpochMilli() - Math.floorMod(recipient.hashCode(), every), every);
        return Instant.ofEpochMilli(now.toEpochMilli() - sinceLast + every);
    }

    /** When single mails are certain to be back if nothing comes after the last of these. */
    public Instant calmAfter(Instant last) {
        return last.plus(config.window());
    }
}
