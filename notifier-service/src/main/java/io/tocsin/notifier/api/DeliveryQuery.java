package io.tocsin.notifier.api;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import io.tocsin.http.paging.Cursor;
import io.tocsin.http.problem.Invalid;
import io.tocsin.http.time.TimeRange;
import io.tocsin.model.Scope;
import io.tocsin.notifier.delivery.DeliveryState;
import io.tocsin.notifier.search.DeliveryFilter;
import io.tocsin.notifier.search.Place;

/** The query of a list of deliveries, as it was written. */
class DeliveryQuery extends PageParameters {

    private static final List<String> CHANNELS = List.of("email", "webhook");

    @QueryParam("aid")
    @Parameter(description = "The account group; without it, the credential's default one.")
    String aid;

    @QueryParam("alertId")
    @Parameter(description = "Deliveries about this alert.")
    String alertId;

    @QueryParam("ruleId")
    @Parameter(description = "Deliveries about alerts of this rule.")
    String ruleId;

    @QueryParam("recipient")
    @Parameter(description = "Deliveries to this address, written as in the rule.", example = "oncall@example.org")
    String recipient;

    @QueryParam("channel")
    @Parameter(description = "email or webhook.")
    String channel;

    @QueryParam("state")
    @Parameter(description = "accepted, sending, deferred, resent, delivered, refused, suppressed or dead; several with commas "
            + "between.", example = "refused,dead")
    String state;

    @QueryParam("window")
    @Parameter(description = "Deliveries taken in within this time until now, such as 12h; s, m, h, d and w are known.")
    String window;

    @QueryParam("startDate")
    @Parameter(description = "Deliveries taken in from then on, until endDate.", example = "2026-11-22T00:00:00Z")
    String startDate;

    @QueryParam("endDate")
    @Parameter(description = "The end of that; now without it.")
    String endDate;

    /** Where it begins and what it asks for. Fails with {@link Invalid}. @param usual the states meant when none is named */
    DeliveryQuestion read(Scope scope, List<String> usual, Clock clock) {
        var filter = new DeliveryFilter(
                scope,
                Optional.ofNullable(alertId).map(id -> Parameters.uuid("alertId", id)),
                Optional.ofNullable(Parameters.text("ruleId", ruleId)),
                Optional.ofNullable(Parameters.text("recipient", recipient)),
                Optional.ofNullable(channel).map(DeliveryQuery::channel),
                state == null ? usual : states(state),
                Optional.empty());
        var words = List.of(filter, String.valueOf(window), String.valueOf(startDate), String.valueOf(endDate));
        if (cursor == null) {
            return new DeliveryQuestion(filter.during(TimeRange.of(window, startDate, endDate, clock)), Place.TOP, limit(),
                    words);
        }
        var from = Cursor.decode(cursor, words);
        var range = Optional.ofNullable(from.from()).map(start -> new TimeRange(start, from.to()));
        return new DeliveryQuestion(filter.during(range), place(from), limit(), words);
    }

    private static String channel(String word) {
        if (!CHANNELS.contains(word)) {
            throw new Invalid("channel", "must be one of " + String.join(", ", CHANNELS));
        }
        return word;
    }

    private static List<String> states(String words) {
        var states = Arrays.stream(words.split(",", -1)).distinct().toList();
        if (!DeliveryState.WORDS.containsAll(states)) {
            throw new Invalid("state", "must be one of " + String.join(", ", DeliveryState.WORDS)
                    + ", or several of them with commas between");
        }
        return states;
    }
}
