package io.tocsin.events.detection.run;

import java.util.List;

import jakarta.inject.Singleton;

import io.tocsin.events.record.OwnEvent;
import io.tocsin.events.record.OwnEvents;
import io.tocsin.outbox.Outbox;

/** Who hears of detected events: readers and rules of events, and the people who opted in. */
@Singleton
class Tellers {

    private final CanonicalEvents canonical;
    private final OwnEvents events;
    private final Notifications notifications;
    private final Outbox outbox;

    Tellers(CanonicalEvents canonical, OwnEvents events, Notifications notifications, Outbox outbox) {
        this.canonical = canonical;
        this.events = events;
        this.notifications = notifications;
        this.outbox = outbox;
    }

    CanonicalEvents canonical() {
        return canonical;
    }

    OwnEvents events() {
        return events;
    }

    Notifications notifications() {
        return notifications;
    }

    Outbox outbox() {
        return outbox;
    }

    void committed(List<OwnEvent> recorded) {
        events.committed(recorded);
        outbox.wake(Notifications.DESTINATION);
    }
}
