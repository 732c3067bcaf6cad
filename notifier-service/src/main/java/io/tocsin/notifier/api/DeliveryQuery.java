package io.tocsin.notifier.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import io.tocsin.http.paging.BadCursor;
import io.tocsin.http.paging.Cursor;
import io.tocsin.http.paging.Cursor.Direction;
import io.tocsin.http.problem.Invalid;
import io.tocsin.model.Scope;
import io.tocsin.notifier.delivery.DeliveryState;
import io.tocsin.notifier.search.DeliveryFilter;
import io.tocsin.notifier.search.Place;

/** The query of a list of deliveries, as it was written. Each accessor fails with {@link Invalid} when it cannot be meant. */
class DeliveryQuery {

    private static final int MOST = 200;

    @QueryParam("aid")
    @Parameter(description = "The account group; without it, the credential's default one.")
    String aid;

    @QueryParam("alertId")
    @Parameter(description = "Deliveries about this alert.")
    String alertId;

    @QueryParam("recipient")
    @Parameter(description = "Deliveries to this address, written as in the rule.")
    String recipient;

    @QueryParam("state")
    @Parameter(description = "accepted, sending, deferred, resent, delivered, refused, suppressed or dead.")
    String state;

    @QueryParam("max")
    @Parameter(description = "Deliveries per page: 1 to 200, 50 without it.")
    String max;

    @QueryParam("cursor")
    @Parameter(description = "From the link to the next page; it holds for the same filters only.")
    String cursor;

    DeliveryFilter filter(Scope scope) {
        return new DeliveryFilter(scope, Optional.ofNullable(alertId).map(id -> uuid("alertId", id)),
                Optional.ofNullable(recipient), Optional.ofNullable(state).map(DeliveryQuery::state));
    }

    int limit() {
        try {
            var limit = max == null ? 50 : Integer.parseInt(max);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // answered below, like a number out of range
        }
        throw new Invalid("max", "must be a whole number from 1 to " + MOST);
    }

    Place after(DeliveryFilter filter) {
        if (cursor == null) {
            return Place.TOP;
        }
        var place = Cursor.decode(cursor, filter);
        try {
            return new Place(place.time(), UUID.fromString(place.id()));
        } catch (IllegalArgumentException e) {
            throw new BadCursor();
        }
    }

    /** The same query from this cursor on, ready for a URL; nothing else that the caller may have written. */
    String from(String start) {
        var parts = new LinkedHashMap<String, String>();
        parts.put("aid", aid);
        parts.put("alertId", alertId);
        parts.put("recipient", recipient);
        parts.put("state", state);
        parts.put("max", max);
        parts.put("cursor", start);
        return parts.entrySet()
                .stream()
                .filter(part -> part.getValue() != null)
                .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    static String cursor(Place place, DeliveryFilter filter) {
        return new Cursor(null, null, Direction.NEXT, place.createdAt(), place.id().toString()).encode(filter);
    }

    private static UUID uuid(String name, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Invalid(name, "must be a UUID");
        }
    }

    private static String state(String word) {
        if (!DeliveryState.WORDS.contains(word)) {
            throw new Invalid("state", "must be one of " + String.join(", ", DeliveryState.WORDS));
        }
        return word;
    }
}
