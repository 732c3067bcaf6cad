package io.tocsin.e2e.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who did what, by ThousandEyes' v7 API. */
public final class AuditLog {

    private static final String PATH = "/v7/audit-user-events";

    private final Http http;

    AuditLog(Http http) {
        this.http = http;
    }

    /** How often this was done to each thing in the last hour, by the things' names. */
    public Map<String, Long> times(String event) {
        var counts = new HashMap<String, Long>();
        var next = PATH + "?window=1h";
        while (next != null) {
            var page = http.authorized().get(next).then().statusCode(200).extract().jsonPath();
            page.<String>getList("auditEvents.findAll { it.event == '" + event + "' }.resources.name.flatten()")
                    .forEach(name -> counts.merge(name, 1L, Long::sum));
            var link = page.getString("_links.next.href");
            next = link == null ? null : link.substring(link.indexOf(PATH));
        }
        return counts;
    }

    /** The latest entries about a thing of this name, newest first. */
    public List<Map<String, Object>> about(String resourceName) {
        return http.authorized()
                .get(PATH + "?window=1h")
                .then()
                .statusCode(200)
                .extract()
                .path("auditEvents.findAll { it.resources.any { it.name == '%s' } }", resourceName);
    }

    /** The latest entries with this sentence, newest first. */
    public List<Map<String, Object>> saying(String event) {
        return http.authorized()
                .get(PATH + "?window=1h")
                .then()
                .statusCode(200)
                .extract()
                .path("auditEvents.findAll { it.event == '%s' }", event);
    }
}
