package io.tocsin.model.result;

import java.util.Arrays;
import java.util.Locale;
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

    /** ThousandEyes' word for it in paths, but for voice: {@code path-vis}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<ResultLayer> named(String word) {
        return Arrays.stream(values())
                .filter(layer -> layer.word().equals(word))
                .findFirst();
    }
}
