package io.tocsin.audit.api.audit;

import static io.restassured.RestAssured.given;
import static io.tocsin.audit.UserEventBuilder.aUserEvent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.audit.AuditDatabase;
import io.tocsin.audit.AuditKeys;
import io.tocsin.audit.Services;
import io.tocsin.model.message.UserEvent;
import io.tocsin.proof.export.ExportVerifier;

@QuarkusTest
@WithTestResource(AuditDatabase.class)
@WithTestResource(AuditKeys.class)
class AuditExportTest {

    @TestHTTPResource
    URI service;

    @BeforeEach
    void somethingHappens() {
        Services.deliver(events(1));
        Services.deliver(events(5));
    }

    private static UserEvent[] events(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> aUserEvent().of("ledger")
                        .at("2010-01-01T00:00:00Z")
                        .saying("Alert rule updated.")
                        .about("alertRuleName", "Disk \u20ac\uD83D\uDE00 full " + number)
                        .changing(java.util.Map.of("threshold", 0.1, "recipients", java.util.List.of("on-call@example.com")),
                                java.util.Map.of("threshold", 1e21, "recipients", java.util.List.of()))
                        .build())
                .toArray(UserEvent[]::new);
    }

    @Test
    void theWholeLogIsProvenByWhoeverHasTheFileAndTheKey() {
        var export = ExportFile.fetch(AuditKeys.LEDGER, "");

        var verdict = ExportFile.verdict(export);

        assertThat(verdict.finding()).isEmpty();
        assertThat(verdict.entries()).isEqualTo(verdict.head().entries()).isGreaterThanOrEqualTo(6);
        assertThat(export).contains("Disk \u20ac\uD83D\uDE00 full 4", "auditor@example.com", "192.0.2.7",
                "on-call@example.com");
    }

    @Test
    void aCopyInWhichOneWordWasChangedIsCaught() {
        var export = ExportFile.fetch(AuditKeys.LEDGER, "");

        var verdict = ExportFile.verdict(export.replaceFirst("full 4", "full 5"));

        assertThat(verdict.finding().orElseThrow().toString()).matches(
                "entry \\d+ \\(line \\d+\\): it is not what was recorded");
    }

    @Test
    void aCompressedFileIsReadAsItIs() throws IOException {
        var compressed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write(ExportFile.fetch(AuditKeys.LEDGER, "").getBytes(StandardCharsets.UTF_8));
        }

        assertThat(ExportFile.verdict(compressed.toByteArray(), verifier -> verifier).finding()).isEmpty();
    }

    @Test
    void anExportIsCompressedForWhoeverAcceptsThat() throws Exception {
        Services.deliver(events(450));

        var compressed = download("gzip");
        var plain = download("identity");

        assertThat(compressed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(compressed.headers().firstValue("Vary")).contains("Accept-Encoding");
        assertThat(compressed.body().length).isLessThan(plain.body().length / 2);
        assertThat(ExportFile.verdict(compressed.body(), verifier -> verifier).finding()).isEmpty();
        assertThat(plain.body()).isEqualTo(new GZIPInputStream(new ByteArrayInputStream(compressed.body())).readAllBytes());
    }

    /** All that has arrived can be unpacked; the rest is asked for as if nothing had been compressed. */
    @Test
    void aCompressedExportWhichBrokeOffGoesOnWhereItsLinesEnd() throws Exception {
        Services.deliver(events(450));
        Services.deliver(events(450));
        var whole = download("gzip").body();

        var lines = new ArrayList<>(unpacked(Arrays.copyOf(whole, whole.length * 2 / 3)));
        lines.remove(lines.size() - 1);
        var last = Long.parseLong(lines.get(lines.size() - 1).replaceFirst("^\\{\"number\":(\\d+),.*", "$1"));
        var head = new ObjectMapper().readTree(lines.get(0)).at("/export/head").asText().lines().toList().get(1);
        lines.addAll(ExportFile.fetch(AuditKeys.LEDGER, "?from=" + (last + 1) + "&head=" + head).lines().toList());

        assertThat(last).isGreaterThan(1);
        assertThat(ExportFile.verdict(String.join("\n", lines) + "\n").finding()).isEmpty();
    }

    private HttpResponse<byte[]> download(String encoding) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(service.resolve("/audit/export"))
                        .header("Authorization", "Bearer " + AuditKeys.LEDGER)
                        .header("Accept-Encoding", encoding)
                        .build(), BodyHandlers.ofByteArray());
    }

    /** As {@code gzip -dc} does it, with the last line which may be half of one. */
    private static List<String> unpacked(byte[] brokenOff) throws IOException {
        var text = new ByteArrayOutputStream();
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(brokenOff))) {
            for (var next = gzip.read(); next >= 0; next = gzip.read()) {
                text.write(next);
            }
        } catch (EOFException e) {
            return text.toString(StandardCharsets.UTF_8).lines().toList();
        }
        throw new AssertionError("it did not break off");
    }

    @Test
    void anExportIsFetchedInPartsWhichMakeOneFile() {
        var first = ExportFile.fetch(AuditKeys.LEDGER, "?to=3");
        var head = ExportFile.json(AuditKeys.LEDGER, "/audit/heads").getLong("heads[0].size");
        var last = ExportFile.json(AuditKeys.LEDGER, "/audit/heads").getLong("heads[0].entries");

        var whole = ExportFile.fetch(AuditKeys.LEDGER, "?head=" + head);
        var brokenOff = whole.substring(0, whole.indexOf("{\"number\":4,"));
        var rest = ExportFile.fetch(AuditKeys.LEDGER, "?from=4&head=" + head);

        assertThat(ExportFile.verdict(first.getBytes(), ExportVerifier::partly).entries()).isEqualTo(3);
        assertThat(ExportFile.verdict(brokenOff + rest).finding()).isEmpty();
        assertThat(ExportFile.verdict(brokenOff + rest).entries()).isEqualTo(last);
        assertThat(ExportFile.verdict(brokenOff).finding().orElseThrow().entry()).isEqualTo(4);
    }

    @Test
    void moreThanOnePageIsOneExport() {
        for (var commit = 0; commit < 5; commit++) {
            Services.deliver(events(450));
        }

        var verdict = ExportFile.verdict(ExportFile.fetch(AuditKeys.LEDGER, ""));

        assertThat(verdict.finding()).isEmpty();
        assertThat(verdict.entries()).isGreaterThan(2250);
    }

    @Test
    void theLogBelongsToThoseWhoMayExportIt() {
        for (var key : new String[]{ AuditKeys.AUDITOR, AuditKeys.BEA, AuditKeys.GUEST }) {
            given().header("Authorization", "Bearer " + key).get("/audit/export").then().statusCode(403);
        }
        given().get("/audit/export").then().statusCode(401);
        given().header("Authorization", "Bearer " + AuditKeys.NEWCOMER)
                .get("/audit/export")
                .then()
                .statusCode(404)
                .body("detail", equalTo(
                        "There is nothing to export: nothing was recorded yet, or this installation has no key to"
                                + " sign with."));
        assertThat(ExportFile.fetch(AuditKeys.LEDGER, "")).doesNotContain("\"organization\":\"acme\"");
    }

    @ParameterizedTest
    @CsvSource({ "from=x, from, must be a whole number", "to=-1, to, must be a whole number",
            "head=1e3, head, must be a whole number",
            "from=0, from, must be between 1 and", "from=5&to=4, from, must be between 1 and",
            "from=99999999999, from, must be between 1 and" })
    void aRangeWhichIsNoneIsNamed(String query, String field, String message) {
        var error = given().header("Authorization", "Bearer " + AuditKeys.LEDGER)
                .get("/audit/export?" + query)
                .then()
                .statusCode(400)
                .extract()
                .jsonPath();

        assertThat(error.getString("errors[0].field")).isEqualTo(field);
        assertThat(error.getString("errors[0].message")).startsWith(message);
    }
}
