package io.tocsin.events.stream;

import io.tocsin.model.Event;
import io.vertx.core.buffer.Buffer;

/** What is said to listeners, in the words of the wire. Each says also where the listener is afterwards. */
public interface FeedFormat {

    Buffer hello(Position position);

    Buffer event(Position position, Event event);

    Buffer alive(Position position);

    /** Between this place and the next event some may be missing for ever. */
    Buffer gap(Position position, Gap why);

    /** The last words: come back with your place. */
    Buffer farewell(Position position, Farewell why);
}
