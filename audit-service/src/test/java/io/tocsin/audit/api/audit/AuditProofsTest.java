package io.tocsin.audit.api.audit;

import static io.restassured.RestAssured.given;
import static io.tocsin.audit.UserEventBuilder.aUserEvent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.audit.AuditDatabase;
import io.tocsin.audit.AuditKeys;
import io.tocsin.audit.Services;
import io.tocsin.proof.TreeHead;
import io.tocsin.proof.export.ExportHeader;
import io.tocsin.proof.export.ExportVerifier;
import io.tocsin.proof.merkle.Hash;
import io.tocsin.proof.merkle.Proofs;
import io.tocsin.proof.note.SignedNote;

@QuarkusTest
@WithTestResource(AuditDatabase.class)
@WithTestResource(AuditKeys.class)
class AuditProofsTest {

    @Test
    void anEntryIsProvenUnderASignedHead() throws Exception {
        var event = aUserEvent().of("ledger")
                .at("2011-01-01T00:00:00Z")
                .saying("Proven.")
                .changing(null, java.util.Map.of("name", "new"))
                .build();
        Services.deliver(event, aUserEvent().of("ledger").at("2011-01-01T00:00:00Z").build());

        var answer = new ObjectMapper().readTree(given().header("Authorization", "Bearer " + AuditKeys.LEDGER)
                .get("/audit/entries/" + event.id())
                .then()
                .statusCode(200)
                .extract()
                .asString());

        assertThat(answer.at("/entry/event").asText()).isEqualTo("Proven.");
        assertThat(answer.at("/entry/by/user/name").asText()).isEqualTo(event.user().name());
        assertThat(answer.at("/entry/change/after/name").asText()).isEqualTo("new");
        assertThat(ExportFile.verdict(alone(answer).getBytes(), ExportVerifier::partly).finding()).isEmpty();
    }

    /** The proof as an export of this one entry. */
    private static String alone(JsonNode answer) {
        var number = answer.at("/entryLine/number").asLong();
        var header = new ExportHeader("ledger", number, number, answer.at("/head/note").asText()).toJson();
        return header + "\n" + answer.get("linkLine") + "\n" + answer.get("entryLine") + "\n";
    }

    @Test
    void theLogOfTodayBeginsWithThatOfEarlier() {
        var older = head();
        for (var commits = 0; commits < 5; commits++) {
            Services.deliver(aUserEvent().of("ledger").at("2012-01-01T00:00:00Z").build());
        }
        var newer = head();

        var proof = ExportFile.json(AuditKeys.LEDGER, "/audit/consistency?from=" + older.size() + "&to=" + newer.size());

        var hashes = proof.<String>getList("proof").stream().map(Hash::parse).toList();
        assertThat(newer.size()).isEqualTo(older.size() + 6);
        assertThat(Proofs.consistent(older.size(), older.root(), newer.size(), newer.root(), hashes)).isTrue();
    }

    /** The newest, signed now. */
    private static TreeHead head() {
        Services.deliver(aUserEvent().of("ledger").at("2012-01-01T00:00:00Z").build());
        ExportFile.fetch(AuditKeys.LEDGER, "?to=1");
        var note = ExportFile.json(AuditKeys.LEDGER, "/audit/heads").getString("heads[0].note");
        return TreeHead.parse("ledger", SignedNote.parse(note).text());
    }

    @Test
    void headsArePagedBySize() {
        var newest = head();

        var before = ExportFile.json(AuditKeys.LEDGER, "/audit/heads?before=" + newest.size());

        assertThat(before.<Integer>getList("heads.size")).allMatch(size -> size < newest.size());
        assertThat(ExportFile.json(AuditKeys.NEWCOMER, "/audit/heads").getList("heads")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "ledger, /audit/entries/nothing, 404", "ledger, /audit/entries/00000000-0000-0000-0000-000000000000, 404",
            "auditor, /audit/entries/00000000-0000-0000-0000-000000000000, 403", "guest, /audit/heads, 403",
            "bea, /audit/heads, 200", "guest, /audit/keys, 403", "bea, /audit/keys, 200", "ledger, /audit/consistency, 400",
            "ledger, /audit/consistency?from=2&to=1, 400", "ledger, /audit/consistency?from=x&to=1, 400",
            "ledger, /audit/consistency?from=1&to=987654321, 404", "ledger, /audit/heads?before=x, 400",
            "nobody, /audit/heads, 401" })
    void everyCallIsAnsweredInItsWay(String key, String path, int status) {
        given().header("Authorization", "Bearer " + key).get(path).then().statusCode(status);
    }

    @Test
    void entriesOfOtherOrganizationsAreUnknown() {
        var foreign = aUserEvent().of("umbrella").at("2011-01-01T00:00:00Z").build();
        Services.deliver(foreign);

        given().header("Authorization", "Bearer " + AuditKeys.LEDGER)
                .get("/audit/entries/" + foreign.id())
                .then()
                .statusCode(404)
                .body("title", equalTo("URI Resource Not Found"));
    }
}
