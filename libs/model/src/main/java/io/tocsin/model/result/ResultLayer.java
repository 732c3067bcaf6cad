package io.tocsin.model.result;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which part of a test a result measures: a test of a web page also measures the HTTP server, the network and the path to it. Layers
 * share names of measurements ({@code loss}, {@code errorDetails}), so a result is of exactly one.
 */
public enum ResultLayer {
    NETWORK,
    PATH_VIS,
    BGP,
    HTTP_SERVER,
    PAGE_LOAD,
    WEB_TRANSACTIONS,
    API,
    FTP_SERVER,
    DNS_SERVER,
    DNS_TRACE,
    DNSSEC,
    SIP_SERVER,
    /** {@code rtp-server} in paths of ThousandEyes. */
    VOICE,
    /** The agent itself and no test: its test bears the agent's id and name. */
    AGENT;

    private static final Map<String, ResultLayer> BY_WORD = Arrays.stream(values())
            .collect(toMap(ResultLayer::word, identity()));

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** ThousandEyes' word for it in paths, but for voice: {@code path-vis}. */
    public String word() {
        return word;
    }

    public static Optional<ResultLayer> named(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }
}
