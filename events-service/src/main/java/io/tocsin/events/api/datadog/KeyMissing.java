package io.tocsin.events.api.datadog;

/** A key that the call needs stands neither in its header nor in its query parameter. */
class KeyMissing extends RuntimeException {

    private static final long serialVersionUID = 1;

    KeyMissing(String message) {
        super(message);
    }
}
