package io.tocsin.audit.trail;

import java.util.List;
import java.util.UUID;

/** What the log says of itself, for whoever checks it: why something is missing. Its members are those the offline check looks for. */
public sealed interface Announcement {

    /** Says nothing. */
    record Nothing() implements Announcement {}

    /** @param people the made-up names whose keys are deleted */
    record Erased(List<UUID> people) implements Announcement {

        public Erased {
            people = List.copyOf(people);
        }
    }

    /** @param throughEntry the last entry which is dropped */
    record Expired(long throughEntry) implements Announcement {}
}
