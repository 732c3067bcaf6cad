package io.tocsin.outbox.relay;

/** How many rows a settlement really changed: none of a lane which another relay took over meanwhile. */
record Settled(int lanes, int delivered, int retried, int setAside) {

    int progress() {
        return delivered + retried + setAside;
    }
}
