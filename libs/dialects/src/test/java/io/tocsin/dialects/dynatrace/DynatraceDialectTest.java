package io.tocsin.dialects.dynatrace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.tocsin.model.Entity;
import io.tocsin.model.Event;
import io.tocsin.model.EventContent;
import io.tocsin.model.EventStatus;
import io.tocsin.model.Scope;
import io.tocsin.model.Severity;

/** Each payload file means what the vendor's page says, and is written back as the vendor would. */
class DynatraceDialectTest {

    private static final Instant NOW = Instant.ofEpochMilli(1533300520000L);
    private static final Entity HOST = new Entity("HOST-E4D1E5F46E239F21", "l-8.dyna.trace", "HOST");

    private final ObjectMapper json = new ObjectMapper();
    private final DynatracePushReader reader = new DynatracePushReader(false);
    private final DynatracePushReader strictReader = new DynatracePushReader(true);

    @Test
    void everyFieldOfAPushReachesTheModel() {
        var content = content("push.error.json");

        assertThat(content.correlationId()).matches("[0-9a-f]{16}");
        assertThat(content.aggregationKey()).matches("[0-9a-f]{16}");
        assertThat(content).usingRecursiveComparison()
                .ignoringFields("correlationId", "aggregationKey", "attributes")
                .isEqualTo(EventContent.titled("Checkout fails")
                        .text("5xx since the rollout")
                        .happenedAt(Instant.ofEpochMilli(1533300519291L))
                        .endedAt(Instant.ofEpochMilli(1533300519291L).plus(Duration.ofMinutes(30)))
                        .status(EventStatus.OPEN)
                        .type("ERROR_EVENT")
                        .severity(Severity.ERROR)
                        .source("acme monitor")
                        .host("l-8.dyna.trace")
                        .entity(HOST)
                        .tags(List.of("env:prod", "[Environment]Version:v2"))
                        .build());
        assertThat(properties(content)).containsAllEntriesOf(Map.of("dt.event.source", "Acme Monitor", "runbook",
                "http://wiki/7",
                "dt.event.allow_davis_merge", "false", "dt.event.timeout", "30"));
    }

    @ParameterizedTest
    @CsvSource({ "push.dt.json", "push.dtcli.json", "push.operator.json", "push.keptn.json" })
    void whatRealClientsSendIsTaken(String file) {
        assertThat(content(file).title()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({ "ingest.full.json", "ingest.dt.json" })
    void whatRealClientsIngestIsTaken(String file) {
        var ingest = new DynatraceIngestReader().read(bytes(file), NOW);

        assertThat(ingest.flaw()).isNull();
        assertThat(ingest.event().about(HOST, List.of()).title()).isNotBlank();
    }

    /** Every required cell of the table in wire/dynatrace.md §4. */
    @ParameterizedTest
    @CsvSource({
            "AVAILABILITY_EVENT,description", "AVAILABILITY_EVENT,title", "AVAILABILITY_EVENT,source",
            "CUSTOM_ANNOTATION,annotationType", "CUSTOM_ANNOTATION,annotationDescription", "CUSTOM_ANNOTATION,source",
            "CUSTOM_CONFIGURATION,description", "CUSTOM_CONFIGURATION,configuration", "CUSTOM_CONFIGURATION,source",
            "CUSTOM_DEPLOYMENT,deploymentName", "CUSTOM_DEPLOYMENT,deploymentVersion", "CUSTOM_DEPLOYMENT,source",
            "CUSTOM_INFO,description", "CUSTOM_INFO,source",
            "ERROR_EVENT,description", "ERROR_EVENT,title", "ERROR_EVENT,source",
            "PERFORMANCE_EVENT,description", "PERFORMANCE_EVENT,title", "PERFORMANCE_EVENT,source",
            "RESOURCE_CONTENTION,description", "RESOURCE_CONTENTION,title", "RESOURCE_CONTENTION,source",
            "MARKED_FOR_TERMINATION,description", "MARKED_FOR_TERMINATION,source",
            "CUSTOM_ALERT,description", "CUSTOM_ALERT,title", "CUSTOM_ALERT,source" })
    void aStrictServerNeedsWhatTheTableRequires(String type, String field) throws IOException {
        var without = body(type, field);

        var rejected = catchThrowableOfType(DynatraceRejected.class, () -> strictReader.read(without, NOW));
        var lenient = catchThrowableOfType(DynatraceRejected.class, () -> reader.read(without, NOW));

        assertThat(rejected.violations()).extracting(DynatraceViolation::path).containsExactly(field);
        assertThat(lenient == null).isEqualTo(!field.equals("source"));
    }

    @ParameterizedTest
    @CsvSource({ "AVAILABILITY_EVENT", "CUSTOM_ANNOTATION", "CUSTOM_CONFIGURATION", "CUSTOM_DEPLOYMENT", "CUSTOM_INFO",
            "ERROR_EVENT",
            "PERFORMANCE_EVENT", "RESOURCE_CONTENTION", "MARKED_FOR_TERMINATION", "CUSTOM_ALERT" })
    void aStrictServerTakesWhatIsComplete(String type) throws IOException {
        assertThat(strictReader.read(body(type, null), NOW).event().type().nameInVersion1()).isEqualTo(type);
    }

    @Test
    void theFeedShowsAnEventAsTheVendorDoes() throws IOException {
        var event = new Event(4166694657638834567L, new UUID(1, 2), new Scope("acme", "1"), NOW, content("push.error.json"));

        var shown = json.readTree(json.writeValueAsString(new DynatraceFeedTranslator().toWire(event, NOW)));

        assertThat(shown).isEqualTo(withCorrelation("feed-event.error.json", event));
    }

    @Test
    void aListShowsAnEventAsTheVendorDoes() throws IOException {
        var event = new Event(4166694657638834567L, new UUID(1, 2), new Scope("acme", "1"), NOW, content("push.error.json"));

        var shown = json.readTree(json.writeValueAsString(new DynatraceEventTranslator().toWire(event, NOW)));

        assertThat(shown).isEqualTo(withCorrelation("event.error.json", event));
    }

    @Test
    void theSamePayloadAboutTheSameEntityHasOneKeyWheneverItIsSent() throws IOException {
        var first = content("push.error.json");
        var later = strictReader.read(new String(bytes("push.error.json")).replace("1533300519291", "1533300519999")
                .replace("\"timeoutMinutes\": 30", "\"timeoutMinutes\": 5")
                .getBytes(), NOW).event();

        assertThat(later.about(HOST, List.of()).aggregationKey()).isEqualTo(first.aggregationKey());
        assertThat(later.about(new Entity("HOST-1", null, "HOST"), List.of()).aggregationKey())
                .isNotEqualTo(first.aggregationKey());
    }

    @Test
    void theCatalogueHasEveryDocumentedType() {
        assertThat(DynatraceEventTypes.all()).hasSizeGreaterThanOrEqualTo(123);
        assertThat(DynatraceEventTypes.all()).extracting(DynatraceEventType::type).doesNotHaveDuplicates().isSorted();
    }

    @ParameterizedTest
    @CsvSource({ "APPLICATION,APPLICATION", "MOBILE_APPLICATION,APPLICATION", "CUSTOM_APPLICATION,APPLICATION",
            "SYNTHETIC_TEST,APPLICATION", "HTTP_CHECK,APPLICATION", "EXTERNAL_SYNTHETIC_TEST,APPLICATION", "SERVICE,SERVICE",
            "SERVICE_METHOD,SERVICE", "ENVIRONMENT,ENVIRONMENT", "HOST,INFRASTRUCTURE", "PROCESS_GROUP,INFRASTRUCTURE",
            "PROCESS_GROUP_INSTANCE,INFRASTRUCTURE", "CUSTOM_DEVICE,INFRASTRUCTURE", "DISK,INFRASTRUCTURE" })
    void theTypeOfTheEntityDecidesTheImpact(String type, ImpactLevel level) {
        assertThat(ImpactLevel.of(new Entity(type + "-0123456789ABCDEF", null, type))).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({ "key,CONTEXTLESS,key,", "key:value,CONTEXTLESS,key,value", "[Environment]Version:v2,ENVIRONMENT,Version,v2",
            "[odd]key:v,CONTEXTLESS,[odd]key,v", "a\\:b:c,CONTEXTLESS,a:b,c", "url:http://x:80,CONTEXTLESS,url,http://x:80" })
    void aTagIsReadAndStoredAlike(String text, String context, String key, String value) {
        var tag = DynatraceTag.parse(text);

        assertThat(tag).isEqualTo(new DynatraceTag(context, key, value));
        assertThat(DynatraceTag.parse(tag.stored())).isEqualTo(tag);
    }

    private byte[] body(String type, String without) throws IOException {
        var body = (ObjectNode) json.readTree(bytes("push.all.json"));
        body.put("eventType", type);
        if (without != null) {
            body.putNull(without);
        }
        return json.writeValueAsBytes(body);
    }

    private EventContent content(String file) {
        return reader.read(bytes(file), NOW)
                .event()
                .about(HOST, List.of(DynatraceTag.parse("env:prod"), DynatraceTag.parse("[ENVIRONMENT]Version:v2")));
    }

    private JsonNode withCorrelation(String file, Event event) throws IOException {
        return json.readTree(new String(bytes(file)).replace("CORRELATION", event.content().correlationId()));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> properties(EventContent content) {
        return (Map<String, Object>) content.attributes().get("properties");
    }

    private static byte[] bytes(String file) {
        try (var stream = DynatraceDialectTest.class.getResourceAsStream("/dynatrace/" + file)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(file, e);
        }
    }
}
