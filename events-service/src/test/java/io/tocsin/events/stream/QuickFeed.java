package io.tocsin.events.stream;

import java.time.Duration;

/** A feed whose limits a test reaches soon. */
record QuickFeed(Duration patience) implements FeedConfig {

    static final int MAX_LISTENERS = 3;
    static final int BATCH_SIZE = 16;

    @Override
    public int maxListeners() {
        return MAX_LISTENERS;
    }

    @Override
    public Duration poll() {
        return Duration.ofMillis(20);
    }

    @Override
    public Duration rest() {
        return Duration.ofMillis(1);
    }

    @Override
    public int batchSize() {
        return BATCH_SIZE;
    }

    @Override
    public int catchUps() {
        return 1;
    }

    @Override
    public int bufferSize() {
        return 1;
    }

    @Override
    public Duration heartbeat() {
        return Duration.ofMillis(50);
    }

    @Override
    public Duration credentialCheck() {
        return Duration.ofMinutes(1);
    }

    @Override
    public Duration retryDelay() {
        return Duration.ofMillis(50);
    }

    @Override
    public Duration comeBack() {
        return Duration.ofMillis(1);
    }
}
