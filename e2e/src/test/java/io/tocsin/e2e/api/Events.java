package io.tocsin.e2e.api;

import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import com.datadog.api.client.ApiClient;
import com.datadog.api.client.ApiException;
import com.datadog.api.client.v1.api.EventsApi;
import com.datadog.api.client.v1.model.Event;
import com.datadog.api.client.v1.model.EventCreateRequest;
import com.datadog.api.client.v1.model.EventCreateResponse;

import io.tocsin.local.key.ApiKey;

/** Events through Datadog's own client. */
public final class Events {

    private static final int MAX_PAGES = 100;

    private final URI url;
    private final EventsApi api;

    Events(URI url, ApiKey key) {
        this.url = url;
        api = new EventsApi(client(key.value()));
    }

    /** The client itself, for what only it can tell. */
    public ApiClient client() {
        return api.getApiClient();
    }

    /** A client with another key. */
    public ApiClient client(String key) {
        var client = new ApiClient();
        client.setServerIndex(null);
        client.setBasePath(url.toString());
        client.configureApiKeys(new HashMap<>(Map.of("apiKeyAuth", key, "appKeyAuth", key)));
        return client;
    }

    public EventCreateResponse post(EventCreateRequest event) {
        try {
            return api.createEvent(event);
        } catch (ApiException e) {
            throw new AssertionError("the event was not accepted: " + e.getCode() + " " + e.getResponseBody(), e);
        }
    }

    /** The answer's status, or 0 when there was none. */
    public int tryToPost(EventCreateRequest event) {
        try {
            return api.createEventWithHttpInfo(event).getStatusCode();
        } catch (ApiException e) {
            return e.getCode();
        }
    }

    /** The titles of all events with this tag in the last hour, each as often as it is stored. */
    public Map<String, Long> titlesTagged(String tag) {
        var titles = new HashMap<Long, String>();
        for (var page = 0; page < MAX_PAGES; page++) {
            var found = page(tag, page);
            if (found.isEmpty()) {
                break;
            }
            titles.putAll(found);
        }
        var counts = new HashMap<String, Long>();
        titles.values().forEach(title -> counts.merge(title, 1L, Long::sum));
        return counts;
    }

    private Map<Long, String> page(String tag, int number) {
        var now = System.currentTimeMillis() / 1000;
        try {
            var found = new HashMap<Long, String>();
            var parameters = new EventsApi.ListEventsOptionalParameters().tags(tag).unaggregated(true).page(number);
            var events = api.listEvents(now - 3600, now + 60, parameters).getEvents();
            for (Event event : events) {
                found.put(event.getId(), event.getTitle());
            }
            return found;
        } catch (ApiException e) {
            throw new AssertionError("events cannot be listed: " + e.getCode() + " " + e.getResponseBody(), e);
        }
    }

    public Set<String> distinctTitlesTagged(String tag) {
        return new HashSet<>(titlesTagged(tag).keySet());
    }
}
