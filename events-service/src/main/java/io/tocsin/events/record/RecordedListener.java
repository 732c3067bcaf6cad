package io.tocsin.events.record;

import io.tocsin.model.Event;

/** A bean which is told of each event right after its commit. It must be quick and must not fail: a caller waits for its answer. */
public interface RecordedListener {

    void recorded(Event event);
}
