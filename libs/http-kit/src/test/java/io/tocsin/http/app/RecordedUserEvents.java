package io.tocsin.http.app;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.inject.Singleton;

import io.tocsin.model.message.UserEvent;
import io.tocsin.model.message.UserEventLog;

/** The log of a service, in memory. */
@Singleton
public class RecordedUserEvents implements UserEventLog {

    private final List<UserEvent> events = new CopyOnWriteArrayList<>();

    @Override
    public CompletionStage<Void> record(UserEvent event) {
        events.add(event);
        return CompletableFuture.completedFuture(null);
    }

    public List<UserEvent> saying(String event) {
        return events.stream().filter(each -> each.event().equals(event)).toList();
    }
}
