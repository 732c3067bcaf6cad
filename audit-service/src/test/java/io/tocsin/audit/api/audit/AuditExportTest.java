package io.tocsin.audit.api.audit;

import static io.restassured.RestAssured.given;
import static io.tocsin.audit.UserEventBuilder.aUserEvent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.WithTestResource;
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
