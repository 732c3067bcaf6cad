package io.tocsin.events.api;

import static io.restassured.RestAssured.given;
import static io.tocsin.events.TestKeys.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.tocsin.events.TestKeys;
import io.tocsin.test.PostgresResource;

/** docs/openapi/events-service.yaml: what it says of the bodies of posts, readers of it can send. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class OpenApiTest {

    private static final String HOST = "entityId(HOST-E4D1E5F46E239F21)";

    private final JsonNode document = read();

    @ParameterizedTest
    @CsvSource({ "DatadogEventPost, /api/v1/events, 202", "DatadogCommentPost, /api/v1/comments, 200",
            "DatadogCreationPost, /api/v2/events, 202", "DatadogSearchPost, /api/v2/events/search, 200",
            "DynatracePushPost, /e/11/api/v1/events, 200", "DynatraceIngestPost, /e/11/api/v2/events/ingest, 201" })
    void theExampleOfABodyIsTaken(String schema, String path, int status) {
        var answer = post(path, example(schema));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    }

    @Test
    void theExampleOfAnAlertIsTakenInThePlaceOfAChange() {
        var alert = "{\"data\": {\"type\": \"event\", \"attributes\": {\"title\": \"t\", \"category\": \"alert\", \"attributes\": "
                + example("DatadogAlert") + "}}}";

        assertThat(post("/api/v2/events", alert).statusCode()).isEqualTo(202);
    }

    @Test
    void theExampleOfTagsIsTakenForAnEntityWhichIsKnown() {
        post("/e/11/api/v2/events/ingest", example("DynatraceIngestPost"));

        assertThat(post("/e/11/api/v2/tags?entitySelector=" + HOST, example("DynatraceTagsPost")).statusCode()).isEqualTo(200);
    }

    /** The messages of other services are no API of ours to others. */
    @Test
    void everyBodyHasFieldsWhichAReaderSees() {
        var bare = new ArrayList<String>();
        for (var path : (Iterable<Map.Entry<String, JsonNode>>) document.get("paths")::fields) {
            for (var call : path.getValue()) {
                var reference = call.at("/requestBody/content/application~1json/schema/$ref").asText();
                if (call.has("requestBody") && !path.getKey().equals("/inbox") && !hasProperties(reference)) {
                    bare.add(path.getKey());
                }
            }
        }

        assertThat(bare).isEmpty();
    }

    private boolean hasProperties(String reference) {
        return reference.startsWith("#") && document.at(reference.substring(1)).has("properties");
    }

    private String example(String schema) {
        return document.at("/components/schemas/" + schema + "/example").toString();
    }

    private static Response post(String path, String body) {
        return given().headers(path.startsWith("/e/")
                ? Map.of("Authorization", "Api-Token " + ALL)
                : Map.of("DD-API-KEY", ALL, "DD-APPLICATION-KEY", ALL))
                .contentType("application/json")
                .body(body)
                .post(path);
    }

    private static JsonNode read() {
        try {
            return new YAMLMapper().readTree(Path.of("../docs/openapi/events-service.yaml").toFile());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
