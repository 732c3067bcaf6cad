package io.tocsin.events.api.otlp;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The attributes of points and resources which say something of a result (wire/thousandeyes.md §8). */
enum Attribute {

    ACCOUNT_ID("thousandeyes.account.id"),
    TEST_ID("thousandeyes.test.id"),
    TEST_NAME("thousandeyes.test.name"),
    TEST_TYPE("thousandeyes.test.type"),
    TEST_DOMAIN("thousandeyes.test.domain"),
    TEST_INTERVAL("thousandeyes.test.interval"),
    AGENT_ID("thousandeyes.source.agent.id"),
    AGENT_NAME("thousandeyes.source.agent.name"),
    AGENT_LOCATION("thousandeyes.source.agent.location"),
    AGENT_COUNTRY("thousandeyes.source.agent.geo.country.iso_code"),
    MONITOR_ID("thousandeyes.monitor.id"),
    MONITOR_NAME("thousandeyes.monitor.name"),
    MONITOR_LOCATION("thousandeyes.monitor.location"),
    MONITOR_COUNTRY("thousandeyes.monitor.geo.country.iso_code"),
    TARGET_AGENT_ID("thousandeyes.target.agent.id"),
    TARGET_AGENT_NAME("thousandeyes.target.agent.name"),
    SERVER_ADDRESS("server.address"),
    SERVER_PORT("server.port"),
    PREFIX("network.prefix"),
    AS_PATH("network.as.path"),
    DIRECTION("network.io.direction"),
    ERROR_TYPE("error.type"),
    HTTP_STATUS_CODE("http.response.status_code"),
    FTP_STATUS_CODE("ftp.response.status_code"),
    SIP_STATUS_CODE("sip.response.status_code");

    /** In the order in which a later one counts. */
    static final List<Attribute> STATUS_CODES = List.of(HTTP_STATUS_CODE, FTP_STATUS_CODE, SIP_STATUS_CODE);

    private static final Map<String, Attribute> BY_NAME = Arrays.stream(values())
            .collect(toUnmodifiableMap(Attribute::wireName, identity()));

    private final String wireName;

    Attribute(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }

    /** Null for any other. */
    static Attribute named(String wireName) {
        return BY_NAME.get(wireName);
    }
}
