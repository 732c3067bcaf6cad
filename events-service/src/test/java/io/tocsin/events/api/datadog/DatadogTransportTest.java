package io.tocsin.events.api.datadog;

import static io.restassured.RestAssured.given;
import static io.tocsin.events.TestKeys.ALL;
import static io.tocsin.events.TestKeys.INGEST_ONLY;
import static io.tocsin.events.TestKeys.VIEW_ONLY;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.events.TestKeys;
import io.tocsin.test.PostgresResource;

/** wire/datadog.md §1 and §2: what surrounds a call, sent by a client that adds nothing of its own. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class DatadogTransportTest {

    @TestHTTPResource("/")
    URI service;

    private final HttpClient client = HttpClient.newHttpClient();

    @ParameterizedTest
    @ValueSource(strings = { "gzip", "gzip, deflate", "identity" })
    void whateverCompressionAClientOffersItCanReadTheAnswer(String encodings) throws Exception {
        var answer = send(HttpRequest.newBuilder(service.resolve("/api/v1/validate"))
                .header("DD-API-KEY", ALL)
                .header("Accept-Encoding", encodings)
                .build());

        assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(answer.body()).isEqualTo("{\"valid\":true}");
    }

    @Test
    void textIsUtf8InBothDirections() throws Exception {
        var answer = send(HttpRequest.newBuilder(service.resolve("/api/v1/events"))
                .header("DD-API-KEY", ALL)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofString("{\"title\": \"Gr\u00F6\u00DFe \u2713\", \"text\": \"\u4F60\u597D\"}"))
                .build());

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.body()).contains("\"Gr\u00F6\u00DFe \u2713\"", "\"\u4F60\u597D\"");
    }

    /** The original takes keys from the query in v1 only; there is no reason to refuse a valid one. */
    @ParameterizedTest
    @CsvSource({ "/api/v1/events?start=1&end=2, 200", "/api/v1/events/1, 404", "/api/v2/events, 200",
            "/api/v2/events/AAAAAAAAAAAAAAAAAAAAAAAA, 404" })
    void keysMayStandInTheQueryOfEveryRead(String path, int status) {
        given().queryParam("api_key", INGEST_ONLY)
                .queryParam("application_key", VIEW_ONLY)
                .get(path)
                .then()
                .statusCode(status);
    }

    @Test
    void aHeaderWinsOverTheQuery() {
        given().header("DD-API-KEY", ALL).queryParam("api_key", "nobody's").get("/api/v1/validate").then().statusCode(200);
        given().header("DD-API-KEY", "nobody's").queryParam("api_key", ALL).get("/api/v1/validate").then().statusCode(403);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, BodyHandlers.ofString());
    }
}
