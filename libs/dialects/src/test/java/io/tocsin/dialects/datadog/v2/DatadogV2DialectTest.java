package io.tocsin.dialects.datadog.v2;

import static io.tocsin.dialects.datadog.v2.Payloads.NOW;
import static io.tocsin.dialects.datadog.v2.Payloads.PUBLIC_URL;
import static io.tocsin.dialects.datadog.v2.Payloads.bytes;
import static io.tocsin.dialects.datadog.v2.Payloads.file;
import static io.tocsin.dialects.datadog.v2.Payloads.json;
import static io.tocsin.dialects.datadog.v2.Payloads.posted;
import static io.tocsin.dialects.datadog.v2.Payloads.recorded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.tocsin.dialects.datadog.DatadogEventReader;
import io.tocsin.dialects.datadog.DatadogEventTranslator;
import io.tocsin.dialects.datadog.DatadogRejected;
import io.tocsin.model.Severity;
import io.tocsin.query.EventQuery;

/** wire/datadog.md §5.1, §7.1 and §7.3: each payload file means what the vendor's page says, and is shown as the vendor would. */
class DatadogV2DialectTest {

    private static final String NEXT = PUBLIC_URL + "/api/v2/events?page%5Bcursor%5D=CURSOR";

    private final DatadogItemTranslator translator = new DatadogItemTranslator();

    @ParameterizedTest
    @ValueSource(strings = { "full", "minimal" })
    void anEventOfV1IsListedAsRecorded(String name) {
        var sent = new DatadogEventReader().read(bytes("event." + name + ".json"));
        var received = sent.dateHappened() == null ? NOW : Instant.ofEpochSecond(sent.dateHappened());

        var content = new DatadogEventTranslator().toModel(sent, received);

        assertThat(json(translator.toList(List.of(recorded(content)), "CURSOR", NEXT)))
                .isEqualTo(file("v2/list." + name + ".json"));
    }

    @Test
    void anEmptyPageIsNothingButEmpty() {
        assertThat(json(translator.empty())).isEqualTo("{\"data\":[]}");
    }

    @ParameterizedTest
    @ValueSource(strings = { "change", "alert" })
    void whatWasPostedIsReadBack(String category) {
        var event = recorded(posted("v2/event." + category + ".json"));

        assertThat(json(translator.toSingle(event))).isEqualTo(file("v2/single." + category + ".json"));
    }

    @Test
    void aListShowsAnAlertInTheWordsOfLists() {
        var event = recorded(posted("v2/event.alert.json"));

        var inner = translator.toList(List.of(event), "CURSOR", NEXT).data().get(0).attributes().attributes();

        assertThat(inner).containsEntry("status", "warning").containsEntry("priority", "normal");
    }

    @Test
    void theReceiptNamesTheUid() {
        var event = recorded(posted("v2/event.change.json"));

        assertThat(json(new DatadogCreationTranslator().toReceipt(event, PUBLIC_URL::concat))).isEqualTo(file(
                "v2/receipt.json"));
    }

    @ParameterizedTest
    @CsvSource({ "ok, SUCCESS", "warn, WARNING", "error, ERROR" })
    void theStatusOfAnAlertIsItsSeverity(String status, Severity severity) {
        var body = "{\"data\":{\"type\":\"event\",\"attributes\":{\"title\":\"t\",\"category\":\"alert\",\"aggregation_key\":\"k\","
                + "\"attributes\":{\"status\":\"" + status + "\"}}}}";

        var content = new DatadogCreationTranslator().toModel(new DatadogCreationReader().read(body.getBytes(), NOW));

        assertThat(content.severity()).isEqualTo(severity);
        assertThat(content.isRecovery()).isEqualTo(severity == Severity.SUCCESS);
    }

    @ParameterizedTest
    @ValueSource(strings = { "@evt.category:change", "@evt.integration_id:custom-events", "@changed_resource.name:fallback*",
            "@changed_resource.type:feature_flag", "@author.name:\"example@datadog.com\"",
            "@impacted_resources.name:payments_api",
            "@new_value.enabled:true", "@prev_value.percentage:\"10%\"", "@change_metadata.dd.team:datadog_team",
            "@title:payment*", "@aggregation_key:aggregation_key_123", "host:web-1", "service:payments", "env:api_client_test",
            "source:custom-events", "enabled", "timestamp:2026-01-30T10:30:15.010Z" })
    void aSearchFindsWhatAChangeSays(String query) {
        assertThat(EventQuery.parse(query).matches(recorded(posted("v2/event.change.json")))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "@evt.category:alert", "status:warn", "status:warning", "@status:warn", "@priority:2",
            "@links.category:runbook", "@custom.volume.used:>0.9", "@evt.id:5309722856448002944",
            "@evt.uid:AZeF-nTCcACAABI0VniavAAA", "@evt.type:api", "priority:normal" })
    void aSearchFindsWhatAnAlertSays(String query) {
        assertThat(EventQuery.parse(query).matches(recorded(posted("v2/event.alert.json")))).isTrue();
    }

    @Test
    void anEventWithoutAnIntegrationHasNoSource() {
        var content = posted("v2/event.alert.json");

        assertThat(content.source()).isNull();
    }

    @Test
    void aUidIsSixteenBytesOfUuidAndTwoZeros() {
        var uid = UUID.fromString("019785fa-74c2-7000-8000-123456789abc");

        assertThat(DatadogUids.of(uid)).isEqualTo("AZeF-nTCcACAABI0VniavAAA");
        assertThat(DatadogUids.parse("AZeF-nTCcACAABI0VniavAAA")).contains(uid);
    }

    @ParameterizedTest
    @ValueSource(strings = { "AZsKLCxvAACrUQTfNDwMWwAB", "AZsKLCxvAACrUQTfNDwMWw__" })
    void aUidOfSomebodyElseIsNoneOfOurs(String uid) {
        assertThat(DatadogUids.parse(uid)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAAA+", "AAAAAAAAAAAAAAAAAAAAAA==",
            "AAAAAAAAAAAAAAAAAAAAAAA\u0000", "6327818702635911562" })
    void whatIsNoUidIsRefused(String text) {
        assertThatThrownBy(() -> DatadogUids.parse(text)).isInstanceOf(DatadogRejected.class);
    }
}
