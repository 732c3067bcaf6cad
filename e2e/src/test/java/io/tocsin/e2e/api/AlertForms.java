package io.tocsin.e2e.api;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.restassured.path.xml.XmlPath;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The three forms in which an alert is read: ThousandEyes v7, and v6 in JSON and XML. */
public final class AlertForms {

    private final Http http;

    AlertForms(Http http) {
        this.http = http;
    }

    public AlertFacts v7(String id) {
        var alert = new JsonObject(get("/v7/alerts/" + id).asString());
        var links = alert.getJsonObject("_links");
        return new AlertFacts(target(links, "rule"), target(links, "test"), alert.getString("alertState").equals("trigger"),
                alert.getString("alertSeverity"), time(alert.getString("startDate")), time(alert.getString("endDate")),
                alert.getInteger("violationCount"), alert.getBoolean("suppressed"),
                alert.getJsonObject("meta").getInteger("version"),
                sources(alert.getJsonArray("details"), "name", source -> source.getJsonObject("start").getString("metrics")));
    }

    public AlertFacts v6Json(String id) {
        var alert = new JsonObject(get("/v6/alerts/" + id + ".json").asString()).getJsonArray("alert").getJsonObject(0);
        return new AlertFacts(alert.getValue("ruleId").toString(), alert.getString("testId"), alert.getInteger("active") == 1,
                alert.getString("severity").toLowerCase(), alert.getString("dateStart"), alert.getString("dateEnd"),
                alert.getInteger("violationCount"), alert.getInteger("suppressed") == 1,
                alert.getJsonObject("metadata").getInteger("version"),
                sources(alert.getJsonArray("agents"), "agentName", source -> source.getString("metricsAtStart")));
    }

    public AlertFacts v6Xml(String id) {
        var alert = get("/v6/alerts/" + id + ".xml").xmlPath().setRootPath("alerts.alert");
        return new AlertFacts(alert.getString("ruleId"), alert.getString("testId"), alert.getInt("active") == 1,
                alert.getString("severity").toLowerCase(), alert.getString("dateStart"), orNull(alert.getString("dateEnd")),
                alert.getInt("violationCount"), alert.getInt("suppressed") == 1, alert.getInt("metadata.version"),
                sources(alert));
    }

    private ExtractableResponse<Response> get(String path) {
        return http.authorized().get(path).then().statusCode(200).extract();
    }

    private static Map<String, String> sources(JsonArray sources, String name, Function<JsonObject, String> metrics) {
        return sources(sources.stream()
                .map(JsonObject.class::cast)
                .map(source -> List.of(source.getString(name), metrics
                        .apply(source))));
    }

    private static Map<String, String> sources(XmlPath alert) {
        var names = alert.<String>getList("agents.agentName");
        var metrics = alert.<String>getList("agents.metricsAtStart");
        return sources(IntStream.range(0, names.size()).mapToObj(n -> List.of(names.get(n), metrics.get(n))));
    }

    private static Map<String, String> sources(Stream<List<String>> pairs) {
        return pairs.collect(toMap(pair -> pair.get(0), pair -> pair.get(1), (one, other) -> one, TreeMap::new));
    }

    private static String target(JsonObject links, String name) {
        var link = links.getJsonObject(name).getString("href");
        return link.substring(link.lastIndexOf('/') + 1);
    }

    /** As v6 writes it. */
    private static String time(String iso) {
        return iso == null ? null : iso.replace('T', ' ').replace("Z", "");
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
