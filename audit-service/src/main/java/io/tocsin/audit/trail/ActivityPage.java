package io.tocsin.audit.trail;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.tocsin.model.message.UserEvent;

/**
 * Events, newest first.
 *
 * @param hasOlder whether the log goes on behind the last of them
 * @param hasNewer whether it goes on before the first
 */
public record ActivityPage(List<UserEvent> events, boolean hasOlder, boolean hasNewer) {

    public ActivityPage {
        events = List.copyOf(events);
    }

    /** @param found in the direction of the query, one more than asked for when there are more */
    static ActivityPage of(List<UserEvent> found, ActivityQuery query) {
        var hasMore = found.size() > query.size();
        var events = new ArrayList<>(hasMore ? found.subList(0, query.size()) : found);
        if (query.looksNewer()) {
            Collections.reverse(events);
            return new ActivityPage(events, true, hasMore);
        }
        return new ActivityPage(events, hasMore, query.place().isPresent());
    }
}
