package io.tocsin.e2e.domain;

import static io.opentelemetry.api.common.AttributeKey.stringKey;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.metrics.data.DoublePointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableDoublePointData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableGaugeData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableMetricData;
import io.opentelemetry.sdk.resources.Resource;

/**
 * Five agents look at four web shops once a minute; what they measure, as ThousandEyes for OpenTelemetry says it (data model v2): one
 * metric for each test and agent, with a point for each round.
 */
public final class WebShops {

    private static final int AGENTS = 5;
    private static final int SHOPS = 4;
    private static final String AVAILABILITY = "http.server.request.availability";

    private final String name;

    private WebShops(String name) {
        this.name = name;
    }

    public static WebShops named(String name) {
        return new WebShops(name);
    }

    /** Such as {@code shop-2.example.com}. */
    public String host(int shop) {
        return "shop-" + shop + "." + name + ".example";
    }

    public List<String> agents() {
        return IntStream.range(0, AGENTS).mapToObj(agent -> "Agent " + agent).toList();
    }

    /** All rounds from one minute to another, both included, in which all is well. */
    public Collection<MetricData> well(Instant from, Instant to) {
        return failing(-1, from, to);
    }

    /** The same, but one shop answers nobody; -1 for none. */
    public Collection<MetricData> failing(int broken, Instant from, Instant to) {
        var metrics = new ArrayList<MetricData>();
        for (int shop = 0; shop < SHOPS; shop++) {
            for (int agent = 0; agent < AGENTS; agent++) {
                metrics.add(measured(shop, agent, shop == broken, from, to));
            }
        }
        return metrics;
    }

    private MetricData measured(int shop, int agent, boolean fails, Instant from, Instant to) {
        var said = fails ? Attributes.of(stringKey("error.type"), "Receive") : Attributes.empty();
        var points = new ArrayList<DoublePointData>();
        for (var round = from; !round.isAfter(to); round = round.plus(1, ChronoUnit.MINUTES)) {
            var nanos = round.plusSeconds(7L * agent).getEpochSecond() * 1_000_000_000;
            points.add(ImmutableDoublePointData.create(nanos, nanos, said, fails ? 0 : 100));
        }
        return ImmutableMetricData.createDoubleGauge(from(shop, agent), InstrumentationScopeInfo.empty(), AVAILABILITY, "", "%",
                ImmutableGaugeData.create(points));
    }

    private Resource from(int shop, int agent) {
        return Resource.create(Attributes.builder()
                .put(stringKey("thousandeyes.test.id"), name + "-" + shop)
                .put(stringKey("thousandeyes.test.name"), "Shop " + shop)
                .put(stringKey("thousandeyes.test.type"), "http-server")
                .put(stringKey("thousandeyes.source.agent.id"), name + "-agent" + agent)
                .put(stringKey("thousandeyes.source.agent.name"), "Agent " + agent)
                .put(stringKey("server.address"), host(shop))
                .put(stringKey("server.port"), "443")
                .put(stringKey("url.scheme"), "https")
                .put(stringKey("http.request.method"), "GET")
                .build());
    }
}
