package io.tocsin.e2e.api;

import java.util.List;
import java.util.Map;

/** Who did what, by ThousandEyes' v7 API. */
public final class AuditLog {

    private final Http http;

    AuditLog(Http http) {
        this.http = http;
    }

    /** The latest entries about a thing of this name, newest first. */
    public List<Map<String, Object>> about(String resourceName) {
        return http.authorized()
                .get("/v7/audit-user-events?window=1h")
                .then()
                .statusCode(200)
                .extract()
                .path("auditEvents.findAll { it.resources.any { it.name == '%s' } }", resourceName);
    }
}
