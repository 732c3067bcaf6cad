package io.tocsin.events.api.datadog;

import static java.util.stream.Collectors.joining;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import io.tocsin.dialects.datadog.v2.DatadogEventList;
import io.tocsin.dialects.datadog.v2.DatadogItemTranslator;
import io.tocsin.dialects.datadog.v2.DatadogSearch;
import io.tocsin.events.search.EventOrder;
import io.tocsin.events.search.EventSearch;
import io.tocsin.http.server.PublicUrl;
import io.tocsin.model.Event;
import io.tocsin.model.Scope;

/** The pages of a search of v2, each of which knows how to ask for the next. */
@Singleton
class DatadogPages {

    private static final String CURSOR = "page[cursor]";

    private final EventSearch search;
    private final PublicUrl publicUrl;

    private final DatadogItemTranslator translator = new DatadogItemTranslator();

    DatadogPages(EventSearch search, PublicUrl publicUrl) {
        this.search = search;
        this.publicUrl = publicUrl;
    }

    /** @param path of the call, which the next page has too */
    Uni<DatadogEventList> of(Scope scope, DatadogSearch wanted, String path) {
        var page = DatadogPage.of(scope, wanted);
        return search.page(scope, page.selection(), order(wanted), page.place(), wanted.limit())
                .map(events -> events.isEmpty() ? translator.empty() : list(events, page, path));
    }

    private DatadogEventList list(List<Event> events, DatadogPage page, String path) {
        var cursor = page.cursorBehind(events.get(events.size() - 1));
        return translator.toList(events, cursor, next(page.wanted(), cursor, path));
    }

    /** In alphabetical order, only what the caller itself said, and the cursor. */
    private String next(DatadogSearch wanted, String cursor, String path) {
        var parameters = new TreeMap<String, String>(wanted.given());
        parameters.put(CURSOR, cursor);
        return publicUrl.of(path) + parameters.entrySet()
                .stream()
                .map(DatadogPages::encoded)
                .collect(joining("&", "?", ""));
    }

    private static String encoded(Map.Entry<String, String> parameter) {
        return encoded(parameter.getKey()) + "=" + encoded(parameter.getValue());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static EventOrder order(DatadogSearch wanted) {
        return wanted.oldestFirst() ? EventOrder.OLDEST_FIRST : EventOrder.NEWEST_FIRST;
    }
}
