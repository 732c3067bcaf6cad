package io.tocsin.e2e.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.Map;

import io.restassured.specification.RequestSpecification;

/** Detected events of the last day by each way on which events are found. */
public final class Dialects {

    private final Http http;

    Dialects(Http http) {
        this.http = http;
    }

    /** Titles of the events about a component at fault, by the dialect and version, each in the order of the alphabet. */
    public Map<String, List<String>> titlesOf(String type, String component) {
        var tags = "source:tocsin event_type:%s component:%s".formatted(type, component);
        var properties = "property.event_type(\"%s\"),property.component(\"%s\")".formatted(type, component);
        return Map.of(
                "Datadog v2", titles(http.datadog(), "/api/v2/events?filter%5Bfrom%5D=now-1d&filter%5Bquery%5D=" + encoded(
                        tags),
                        "data.attributes.attributes.title"),
                "Datadog v1", titles(http.datadog(), "/api/v1/events?unaggregated=true&sources=tocsin&start=%d&end=%d&tags=%s"
                        .formatted(now() - 86_400, now() + 60, encoded("component:" + component)), "events.title"),
                "Dynatrace v2", titles(http.dynatrace(), "/api/v2/events?from=now-1d&eventSelector=" + encoded(properties),
                        "events.title"),
                "Dynatrace v1", titles(http.dynatrace(), "/api/v1/events?from=%d".formatted((now() - 86_400) * 1000),
                        "events.findAll { it.customProperties.component == '" + component + "' }.title"));
    }

    private static List<String> titles(RequestSpecification call, String path, String titles) {
        return call.get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .<String>getList(titles)
                .stream()
                .sorted()
                .toList();
    }

    private static long now() {
        return System.currentTimeMillis() / 1000;
    }

    private static String encoded(String query) {
        return URLEncoder.encode(query, UTF_8).replace("+", "%20");
    }
}
