package io.tocsin.audit.trail;

import jakarta.inject.Singleton;

/** Where entries are kept, and how they are read. */
@Singleton
class TrailStores {

    private final UserEventStore entries;
    private final EntryReader reader;

    TrailStores(UserEventStore entries, EntryReader reader) {
        this.entries = entries;
        this.reader = reader;
    }

    UserEventStore entries() {
        return entries;
    }

    EntryReader reader() {
        return reader;
    }
}
