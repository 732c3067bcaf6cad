package io.tocsin.benchmarks.alertlist;

import java.time.Instant;

/** The lists which people and clients ask for. In each size of the past, the same alerts are in them. */
enum AlertList {

    ACTIVE("active, v7", "/v7/alerts"),
    HOUR("last hour, v7", "/v7/alerts?window=1h&max=1000"),
    NEWEST("newest, v7", "/v7/alerts?window=30d&max=100"),
    CLEARED("cleared, v7", "/v7/alerts?window=1h&state=clear&max=100"),
    PAST("an hour ago, v7", "/v7/alerts?startDate={hourAgo}&endDate={halfAnHourAgo}&max=1000"),
    V6("active, v6", "/v6/alerts.json"),
    V6_HOUR("last hour, v6", "/v6/alerts.json?window=1h"),
    RULES("rules, v7", "/v7/alerts/rules"),
    V6_RULES("rules, v6", "/v6/alert-rules.json");

    private final String title;
    private final String path;

    AlertList(String title, String path) {
        this.title = title;
        this.path = path;
    }

    String title() {
        return title;
    }

    /** @param end of the past: when the newest alert ended */
    String path(Instant end) {
        return path.replace("{hourAgo}", end.minusSeconds(3_600).toString())
                .replace("{halfAnHourAgo}", end.minusSeconds(1_800).toString());
    }
}
