package io.tocsin.dialects.datadog.v2;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an alert says: how bad it is, how urgent, and where to read on. */
final class AlertDetails {

    static final String OK = "ok";
    static final String WARN = "warn";
    static final String ERROR = "error";

    private static final Set<String> MEMBERS = Set.of("status", "priority", "links", "custom");
    private static final Set<String> LINK_MEMBERS = Set.of("url", "category", "title");
    private static final Set<String> PRIORITIES = Set.of("1", "2", "3", "4", "5");
    private static final String DEFAULT_PRIORITY = "5";

    private static final int MOST_LINKS = 20;
    private static final int LONGEST_URL = 2048;
    private static final int LONGEST_TITLE = 300;

    private static final JsonLimits CUSTOM = new JsonLimits(100, 10);

    private AlertDetails() {}

    static Map<String, Object> read(JsonPlace alert) {
        alert.object(MEMBERS);
        CustomSize.check(alert);
        var priority = alert.at("priority").word(PRIORITIES);
        var details = new LinkedHashMap<String, Object>();
        details.put("status", alert.at("status").required().word(Set.of(WARN, ERROR, OK)));
        details.put("priority", priority == null ? DEFAULT_PRIORITY : priority);
        details.put("links", links(alert.at("links")));
        details.put("custom", alert.at("custom").free(CUSTOM));
        details.values().removeIf(value -> value == null);
        return details;
    }

    private static List<Map<String, Object>> links(JsonPlace links) {
        var items = links.items(1, MOST_LINKS);
        return items == null ? null : items.stream().map(AlertDetails::link).toList();
    }

    private static Map<String, Object> link(JsonPlace place) {
        place.object(LINK_MEMBERS);
        var link = new LinkedHashMap<String, Object>();
        link.put("url", place.at("url").required().text(LONGEST_URL));
        link.put("category", place.at("category").required().word(Set.of("runbook", "documentation", "dashboard", "resource")));
        link.put("title", place.at("title").text(LONGEST_TITLE));
        link.values().removeIf(value -> value == null);
        return link;
    }
}
