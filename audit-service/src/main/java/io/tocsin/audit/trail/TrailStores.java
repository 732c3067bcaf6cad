package io.tocsin.audit.trail;

import jakarta.inject.Singleton;

/** How entries are written and read. */
@Singleton
class TrailStores {

    private final UserEventStore entries;
    private final EntryWriter writer;
    private final EntryReader reader;

    TrailStores(UserEventStore entries, EntryWriter writer, EntryReader reader) {
        this.entries = entries;
        this.writer = writer;
        this.reader = reader;
    }

    UserEventStore entries() {
        return entries;
    }

    EntryWriter writer() {
        return writer;
    }

    EntryReader reader() {
        return reader;
    }
}
