package io.tocsin.events.api.stream;

import java.util.Optional;

import io.tocsin.events.stream.Position;
import io.tocsin.http.problem.Invalid;
import io.tocsin.query.EventQuery;
import io.tocsin.query.QuerySyntaxError;
import io.vertx.ext.web.RoutingContext;

/**
 * What a listener asks for. Fails with {@link Invalid}.
 *
 * @param aid account group, null for the caller's default one
 * @param from behind what to begin
 */
record StreamCall(String aid, EventQuery query, Optional<Position> from) {

    static StreamCall of(RoutingContext call) {
        var parameters = call.queryParams();
        return new StreamCall(parameters.get("aid"), query(parameters.get("query")), place(call, parameters.get(
                "lastEventId")));
    }

    private static EventQuery query(String text) {
        try {
            return EventQuery.parse(text == null ? "" : text);
        } catch (QuerySyntaxError e) {
            throw new Invalid("query", e.getMessage());
        }
    }

    /** The header wins: a client which comes back by itself still has the parameter of its first call in its URL. */
    private static Optional<Position> place(RoutingContext call, String parameter) {
        var header = call.request().getHeader("Last-Event-ID");
        var word = header == null || header.isBlank() ? parameter : header;
        if (word == null || word.isBlank()) {
            return Optional.empty();
        }
        var place = Position.parse(word.strip());
        if (place.isEmpty()) {
            throw new Invalid("lastEventId", "is not an id of this feed; begin without it");
        }
        return place;
    }
}
