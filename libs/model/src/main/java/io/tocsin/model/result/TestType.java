package io.tocsin.model.result;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
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

    private static final Map<String, TestType> BY_WORD = Arrays.stream(values())
            .collect(toMap(TestType::word, identity()));

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** ThousandEyes' word for it: {@code agent-to-server}. */
    public String word() {
        return word;
    }

    public static Optional<TestType> named(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }
}
