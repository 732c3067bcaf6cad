package io.tocsin.events.stream;

import io.tocsin.model.Event;

/** An event and its place. It is written once, however many hear of it. */
final class FeedEvent {

    private final Position position;
    private final Event event;
    private Frame frame;

    FeedEvent(Position position, Event event) {
        this.position = position;
        this.event = event;
    }

    Event event() {
        return event;
    }

    Frame frame(FeedFormat format) {
        if (frame == null) {
            frame = new Frame(position, format.event(position, event));
        }
        return frame;
    }
}
