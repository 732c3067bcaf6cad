package io.tocsin.events.stream;

/** This replica takes no listener now; another one may, or this one later. */
public class FeedUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    FeedUnavailable(String reason) {
        super(reason);
    }
}
