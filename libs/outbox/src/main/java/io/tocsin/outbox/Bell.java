package io.tocsin.outbox;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import jakarta.inject.Singleton;

/**
 * Between the writers of messages and the relay of this replica: rung after a commit, so that the relay need not wait
 * for its poll.
 */
@Singleton
public class Bell {

    /** What a listener hears when the writer did not say whom its messages are for. */
    public static final String EVERYONE = "*";

    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    public void listen(Consumer<String> listener) {
        listeners.add(listener);
    }

    /** @param destination the service whose messages were committed, or {@link #EVERYONE} */
    void ring(String destination) {
        listeners.forEach(listener -> listener.accept(destination));
    }
}
