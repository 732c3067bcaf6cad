package io.tocsin.detection.flow;

import static io.tocsin.detection.component.Phase.DNS;
import static io.tocsin.detection.component.Phase.NETWORK;
import static io.tocsin.detection.component.Phase.PROXY;
import static io.tocsin.detection.component.Phase.SLOW;
import static io.tocsin.detection.component.Phase.UNREACHABLE;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.tocsin.detection.component.Phase;
import io.tocsin.model.result.ResultLayer;
import io.tocsin.model.result.TestResult;

/** The measurements which are compared with their own past. */
enum Metric {
    LOSS(ResultLayer.NETWORK, "loss", Kind.PERCENT_LOST, NETWORK),
    LATENCY(ResultLayer.NETWORK, "avgLatency", Kind.TIME, NETWORK),
    PROXY_LOSS(ResultLayer.NETWORK, "proxyLoss", Kind.PERCENT_LOST, PROXY),
    REACHABILITY(ResultLayer.BGP, "reachability", Kind.PERCENT_LEFT, NETWORK),
    RESPONSE(ResultLayer.HTTP_SERVER, "responseTime", Kind.TIME, SLOW),
    PAGE(ResultLayer.PAGE_LOAD, "pageLoadTime", Kind.TIME, SLOW),
    TRANSACTION(ResultLayer.WEB_TRANSACTIONS, "transactionTime", Kind.TIME, SLOW),
    API(ResultLayer.API, "apiTransactionTime", Kind.TIME, SLOW),
    FTP(ResultLayer.FTP_SERVER, "responseTime", Kind.TIME, SLOW),
    RESOLUTION(ResultLayer.DNS_SERVER, "resolutionTime", Kind.TIME, DNS),
    TRACE(ResultLayer.DNS_TRACE, "finalQueryTime", Kind.TIME, DNS),
    SIP(ResultLayer.SIP_SERVER, "responseTime", Kind.TIME, SLOW),
    VOICE_LOSS(ResultLayer.VOICE, "loss", Kind.PERCENT_LOST, NETWORK),
    VOICE_LATENCY(ResultLayer.VOICE, "latency", Kind.TIME, NETWORK);

    /** On which scale values are compared: times by their ratio, shares by their difference. */
    enum Kind {
        TIME, PERCENT_LOST, PERCENT_LEFT;

        double scaled(double value) {
            return switch (this) {
                case TIME -> Math.log(Math.max(value, 0.1));
                case PERCENT_LOST -> value;
                case PERCENT_LEFT -> -value;
            };
        }
    }

    private static final double ALL_LOST = 100;

    private static final Map<ResultLayer, List<Metric>> BY_LAYER = new EnumMap<>(ResultLayer.class);

    static {
        for (var layer : ResultLayer.values()) {
            BY_LAYER.put(layer, Arrays.stream(values()).filter(metric -> metric.layer == layer).toList());
        }
    }

    private final ResultLayer layer;
    final String measurement;
    final Kind kind;
    private final Phase phase;

    Metric(ResultLayer layer, String measurement, Kind kind, Phase phase) {
        this.layer = layer;
        this.measurement = measurement;
        this.kind = kind;
        this.phase = phase;
    }

    /** What such a value says, if it is beyond: where nothing comes back, it need not be the network which loses it. */
    Phase phase(double value) {
        return phase == NETWORK && kind == Kind.PERCENT_LOST && value >= ALL_LOST ? UNREACHABLE : phase;
    }

    static List<Metric> of(ResultLayer layer) {
        return BY_LAYER.get(layer);
    }

    /** One for each metric of its layer, in their order; not a number where nothing was measured. */
    static double[] valuesOf(TestResult result) {
        var measured = result.measurements();
        return of(result.layer()).stream()
                .mapToDouble(metric -> measured.number(metric.measurement).orElse(Double.NaN))
                .toArray();
    }
}
