package io.tocsin.model.result;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of tests, ThousandEyes' {@code AlertTestType}. The three of endpoint agents come last; {@code TestType} lacks them. */
public enum TestType {
    API,
    AGENT_TO_AGENT,
    AGENT_TO_SERVER,
    BGP,
    HTTP_SERVER,
    PAGE_LOAD,
    WEB_TRANSACTIONS,
    FTP_SERVER,
    DNS_TRACE,
    DNS_SERVER,
    DNSSEC,
    SIP_SERVER,
    VOICE,
    ENDPOINT_HTTP_SERVER,
    ENDPOINT_NETWORK_SERVER,
    ENDPOINT_PATH_TRACE;

    /** ThousandEyes' word for it: {@code agent-to-server}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<TestType> named(String word) {
        return Arrays.stream(values())
                .filter(type -> type.word().equals(word))
                .findFirst();
    }
}
