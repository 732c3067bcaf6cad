package io.tocsin.e2e.api;

import java.util.ArrayList;
import java.util.List;

import io.restassured.path.json.JsonPath;

/** Alerts by ThousandEyes' v7 API. */
public final class Alerts {

    private static final String PATH = "/v7/alerts";

    private final Http http;

    Alerts(Http http) {
        this.http = http;
    }

    /** One alert of the list. */
    public record Alert(String id, String ruleId, String state) {}

    /** Active ones and those cleared in the last hour, through all pages. */
    public List<Alert> all() {
        var alerts = new ArrayList<Alert>();
        var next = PATH + "?window=1h&max=1000";
        while (next != null) {
            var page = http.authorized().get(next).then().statusCode(200).extract().jsonPath();
            read(page, alerts);
            next = next(page);
        }
        return alerts;
    }

    public List<Alert> ofRule(String ruleId) {
        return all().stream()
                .filter(alert -> alert.ruleId().equals(ruleId))
                .toList();
    }

    private static void read(JsonPath page, List<Alert> into) {
        var ids = page.<String>getList("alerts.id");
        var rules = page.<String>getList("alerts.alertRuleId");
        var states = page.<String>getList("alerts.alertState");
        for (var i = 0; i < ids.size(); i++) {
            into.add(new Alert(ids.get(i), rules.get(i), states.get(i)));
        }
    }

    private static String next(JsonPath page) {
        var link = page.getString("_links.next.href");
        return link == null ? null : link.substring(link.indexOf(PATH));
    }
}
