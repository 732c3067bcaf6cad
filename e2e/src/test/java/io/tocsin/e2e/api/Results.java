package io.tocsin.e2e.api;

import java.net.URI;
import java.util.Collection;
import java.util.concurrent.TimeUnit;

import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.tocsin.local.key.ApiKey;

/** Results of tests through OpenTelemetry's own exporter: OTLP over HTTP, protobuf, gzip, as a stream of ThousandEyes comes. */
public final class Results implements AutoCloseable {

    private static final long TIMEOUT_S = 60;

    private final OtlpHttpMetricExporter exporter;

    Results(URI url, ApiKey key) {
        exporter = OtlpHttpMetricExporter.builder()
                .setEndpoint(url.resolve("/v1/metrics").toString())
                .addHeader("Authorization", "Bearer " + key.value())
                .setCompression("gzip")
                .build();
    }

    /** Returns when they are accepted. */
    public void send(Collection<MetricData> metrics) {
        if (!tryToSend(metrics)) {
            throw new AssertionError("the results were not accepted; the exporter's log says why");
        }
    }

    /** False when they were not accepted, though the exporter tried for some seconds. */
    public boolean tryToSend(Collection<MetricData> metrics) {
        return exporter.export(metrics).join(TIMEOUT_S, TimeUnit.SECONDS).isSuccess();
    }

    @Override
    public void close() {
        exporter.close();
    }
}
