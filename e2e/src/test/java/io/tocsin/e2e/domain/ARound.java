package io.tocsin.e2e.domain;

import static io.opentelemetry.api.common.AttributeKey.stringKey;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableDoublePointData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableGaugeData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableMetricData;
import io.opentelemetry.sdk.resources.Resource;

/**
 * What the agents of an agent-to-server test measured in one round, as ThousandEyes for OpenTelemetry says it (data model v2). Made of
 * OpenTelemetry's own classes for exporters, since its instruments measure only now.
 */
public final class ARound {

    private final List<MetricData> metrics = new ArrayList<>();
    private final String test;
    private final Instant start;

    private ARound(String test, Instant start) {
        this.test = test;
        this.start = start;
    }

    /** @param start at a whole minute, since OTLP does not say when a round began */
    public static ARound aRound(String test, Instant start) {
        return new ARound(test, start);
    }

    /** Each of these agents lost so many percent of its packets. */
    public ARound losing(double percent, Collection<String> agents) {
        for (var agent : agents) {
            measured(agent, "network.loss", "%", percent);
            measured(agent, "network.latency", "s", 0.02);
            measured(agent, "network.jitter", "ms", 1);
        }
        return this;
    }

    public List<MetricData> metrics() {
        return List.copyOf(metrics);
    }

    private void measured(String agent, String name, String unit, double value) {
        var nanos = start.plusSeconds(metrics.size()).getEpochSecond() * 1_000_000_000;
        var point = ImmutableDoublePointData.create(nanos, nanos, Attributes.empty(), value);
        metrics.add(ImmutableMetricData.createDoubleGauge(from(agent), InstrumentationScopeInfo.empty(), name, "", unit,
                ImmutableGaugeData.create(List.of(point))));
    }

    private Resource from(String agent) {
        return Resource.create(Attributes.builder()
                .put(stringKey("thousandeyes.test.id"), test)
                .put(stringKey("thousandeyes.test.name"), test)
                .put(stringKey("thousandeyes.test.type"), "agent-to-server")
                .put(stringKey("thousandeyes.source.agent.id"), agent)
                .put(stringKey("thousandeyes.source.agent.name"), "Agent " + agent)
                .put(stringKey("server.address"), "shop.example")
                .put(stringKey("server.port"), "443")
                .put(stringKey("network.transport"), "tcp")
                .build());
    }
}
