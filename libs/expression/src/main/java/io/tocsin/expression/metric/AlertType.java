package io.tocsin.expression.metric;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.tocsin.model.result.ResultLayer;

/**
 * The alert types which are evaluated over test results, in ThousandEyes' words (wire/thousandeyes.md §3.4). Each looks at one
 * layer of results.
 */
public enum AlertType {
    PAGE_LOAD("Page Load", ResultLayer.PAGE_LOAD, WebMetrics.page()),
    HTTP_SERVER("HTTP Server", ResultLayer.HTTP_SERVER, WebMetrics.http()),
    END_TO_END_SERVER("End-to-End (Server)", ResultLayer.NETWORK, NetworkMetrics.ofServer()),
    END_TO_END_AGENT("End-to-End (Agent)", ResultLayer.NETWORK, NetworkMetrics.ofAgent()),
    VOICE("Voice", ResultLayer.VOICE, VoiceMetrics.stream()),
    DNS_SERVER("DNS Server", ResultLayer.DNS_SERVER, NameMetrics.server()),
    DNS_TRACE("DNS Trace", ResultLayer.DNS_TRACE, NameMetrics.trace()),
    DNSSEC("DNSSEC", ResultLayer.DNSSEC, NameMetrics.security()),
    BGP("BGP", ResultLayer.BGP, RouteMetrics.all(), RouteMetrics.scope()),
    PATH_TRACE("Path Trace", ResultLayer.PATH_VIS, PathMetrics.all()),
    FTP("FTP", ResultLayer.FTP_SERVER, WebMetrics.ftp()),
    SIP_SERVER("SIP Server", ResultLayer.SIP_SERVER, VoiceMetrics.setUp()),
    /** The classic one. */
    TRANSACTIONS("Transactions", ResultLayer.WEB_TRANSACTIONS, TransactionMetrics.classic()),
    WEB_TRANSACTIONS("Web Transactions", ResultLayer.WEB_TRANSACTIONS, TransactionMetrics.web()),
    /** Another word for {@link #WEB_TRANSACTIONS}. */
    WEB_TRANSACTION("Web Transaction", ResultLayer.WEB_TRANSACTIONS, TransactionMetrics.web()),
    API("API", ResultLayer.API, TransactionMetrics.api()),
    AGENT("Agent", ResultLayer.AGENT, Vocabulary.of(Metric.of("lastContact", "Last contact", Unit.MINUTE))),
    ENDPOINT_NETWORK_SERVER("Endpoint End-to-End (Server)", ResultLayer.NETWORK, NetworkMetrics.ofServer()),
    ENDPOINT_HTTP_SERVER("Endpoint HTTP Server", ResultLayer.HTTP_SERVER, WebMetrics.http()),
    ENDPOINT_PATH_TRACE("Endpoint Path Trace", ResultLayer.PATH_VIS, PathMetrics.all());

    private final String title;
    private final ResultLayer layer;
    private final Vocabulary vocabulary;
    private final Vocabulary scope;

    AlertType(String title, ResultLayer layer, Vocabulary vocabulary) {
        this(title, layer, vocabulary, SharedMetrics.anyScope());
    }

    AlertType(String title, ResultLayer layer, Vocabulary vocabulary, Vocabulary scope) {
        this.title = title;
        this.layer = layer;
        this.vocabulary = vocabulary.and(scope);
        this.scope = scope;
    }

    /** {@code end-to-end-server}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@code End-to-End (Server)}: what people read, and what ThousandEyes' v6 calls it. */
    public String title() {
        return title;
    }

    public static Optional<AlertType> named(String word) {
        return Arrays.stream(values())
                .filter(type -> type.word().equals(word))
                .findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(AlertType::word).toList();
    }

    /** The results it looks at. */
    public ResultLayer layer() {
        return layer;
    }

    /** What may stand in the expression itself; in its nested parts, what each of them says. */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** What may stand in the brackets before it. */
    public Vocabulary scope() {
        return scope;
    }
}
