package io.tocsin.audit.trail;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Which page of the log is asked for.
 *
 * @param accountGroups ids of those whose events are shown
 * @param ofUser the only user whose events are shown, null for everybody's
 * @param from the first instant that counts, null for the very first
 * @param to the last instant that counts, null for now
 * @param place beside which event the page lies; empty for the newest page
 * @param size most events on the page
 */
public record ActivityQuery(
        String organization,
        List<String> accountGroups,
        String ofUser,
        Instant from,
        Instant to,
        Optional<Place> place,
        int size) {

    /** @param newer whether the page lies on the newer side of this event, else on the older */
    public record Place(boolean newer, Instant date, UUID id) {

        public Place {
            Objects.requireNonNull(date, "date");
            Objects.requireNonNull(id, "id");
        }
    }

    public ActivityQuery {
        Objects.requireNonNull(organization, "organization");
        accountGroups = List.copyOf(accountGroups);
    }

    boolean looksNewer() {
        return place.map(Place::newer).orElse(false);
    }
}
