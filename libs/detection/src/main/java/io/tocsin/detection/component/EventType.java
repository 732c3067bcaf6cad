package io.tocsin.detection.component;

import java.util.Locale;

/** The problem domains, from the narrowest; two which explain a failure equally well are told apart by this order. */
public enum EventType {
    PROXY("Proxy Issue"),
    DNS("DNS Issue"),
    AGENT_LOCAL("Local Agent Issue"),
    TARGET("Server Issue"),
    TARGET_NETWORK("Network Issue"),
    NETWORK("Network Path Issue"),
    NETWORK_POP("Network Outage");

    private final String title;

    EventType(String title) {
        this.title = title;
    }

    /** ThousandEyes' word for it: {@code target-network}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** ThousandEyes' {@code typeName}. */
    public String title() {
        return title;
    }
}
