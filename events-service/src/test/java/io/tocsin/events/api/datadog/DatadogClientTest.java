package io.tocsin.events.api.datadog;

import static io.tocsin.events.TestKeys.ALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.datadog.api.client.ApiClient;
import com.datadog.api.client.ApiException;
import com.datadog.api.client.v1.api.EventsApi.ListEventsOptionalParameters;
import com.datadog.api.client.v1.model.EventAlertType;
import com.datadog.api.client.v1.model.EventCreateRequest;
import com.datadog.api.client.v1.model.EventPriority;
import com.datadog.api.client.v2.api.EventsApi;
import com.datadog.api.client.v2.model.AlertEventCustomAttributes;
import com.datadog.api.client.v2.model.AlertEventCustomAttributesPriority;
import com.datadog.api.client.v2.model.AlertEventCustomAttributesStatus;
import com.datadog.api.client.v2.model.ChangeEventCustomAttributes;
import com.datadog.api.client.v2.model.ChangeEventCustomAttributesChangedResource;
import com.datadog.api.client.v2.model.ChangeEventCustomAttributesChangedResourceType;
import com.datadog.api.client.v2.model.EventCategory;
import com.datadog.api.client.v2.model.EventCreateRequestPayload;
import com.datadog.api.client.v2.model.EventCreateRequestType;
import com.datadog.api.client.v2.model.EventPayload;
import com.datadog.api.client.v2.model.EventPayloadAttributes;
import com.datadog.api.client.v2.model.EventResponse;
import com.datadog.api.client.v2.model.EventStatusType;
import com.datadog.api.client.v2.model.EventsListRequest;
import com.datadog.api.client.v2.model.EventsQueryFilter;
import com.datadog.api.client.v2.model.EventsQueryOptions;
import com.datadog.api.client.v2.model.EventsRequestPage;
import com.datadog.api.client.v2.model.EventsSort;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.events.TestKeys;
import io.tocsin.test.PostgresResource;

/** Datadog's own Java client, pointed here as wire/datadog.md §13 says, through everything it can do with events. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class DatadogClientTest {

    private static final int MANY = 25;

    @TestHTTPResource("/")
    URI service;

    private final String tag = "run:" + UUID.randomUUID();

    private com.datadog.api.client.v1.api.EventsApi v1;
    private EventsApi v2;

    @BeforeEach
    void pointTheClientHere() {
        var client = client(ALL);
        v1 = new com.datadog.api.client.v1.api.EventsApi(client);
        v2 = new EventsApi(client);
    }

    @Test
    void anEventIsPostedFoundAndListed() throws ApiException {
        var posted = v1.createEvent(event("Disk full").alertType(EventAlertType.ERROR)
                .priority(EventPriority.LOW)
                .host("db-1"));

        var found = v1.getEvent(posted.getEvent().getId()).getEvent();
        var now = Instant.now().getEpochSecond();
        var listed = v1.listEvents(now - 60, now + 1, new ListEventsOptionalParameters().tags(tag)).getEvents();

        assertThat(posted.getStatus()).isEqualTo("ok");
        assertThat(found.getTitle()).isEqualTo("Disk full");
        assertThat(found.getAlertType()).isEqualTo(EventAlertType.ERROR);
        assertThat(found.getPriority()).isEqualTo(EventPriority.LOW);
        assertThat(found.getIdStr()).isEqualTo(Long.toString(posted.getEvent().getId()));
        assertThat(listed).singleElement()
                .usingRecursiveComparison()
                .comparingOnlyFields("title", "text", "priority", "tags", "url", "host", "dateHappened", "alertType", "id",
                        "deviceName")
                .isEqualTo(found);
    }

    @Test
    void theHelperForListsSeesEveryEventOfSeveralPagesOnce() throws ApiException {
        postMany();

        var titles = titles(v2.listEventsWithPagination(new EventsApi.ListEventsOptionalParameters().filterQuery(tag)
                .filterFrom("now-1h")
                .filterTo("now+1h")
                .pageLimit(7)));

        assertThat(titles).hasSize(MANY);
        assertThat(new HashSet<>(titles)).hasSize(MANY);
    }

    @Test
    void theHelperForSearchesSeesEveryEventOfSeveralPagesOnce() throws ApiException {
        postMany();

        var titles = titles(v2.searchEventsWithPagination(new EventsApi.SearchEventsOptionalParameters()
                .body(new EventsListRequest()
                        .filter(new EventsQueryFilter().query(tag).from("now-1h").to("now+1h"))
                        .options(new EventsQueryOptions().timezone("GMT"))
                        .page(new EventsRequestPage().limit(5))
                        .sort(EventsSort.TIMESTAMP_ASCENDING))));

        assertThat(titles).hasSize(MANY);
        assertThat(new HashSet<>(titles)).hasSize(MANY);
    }

    @Test
    void aFoundEventIsReadIntoTheClientsOwnModel() throws ApiException {
        var posted = v1.createEvent(event("Disk full").alertType(EventAlertType.WARNING).aggregationKey("disk").host("db-1"));

        var found = v2.searchEvents(new EventsApi.SearchEventsOptionalParameters().body(new EventsListRequest()
                .filter(new EventsQueryFilter().query(tag)))).getData().get(0);

        var inner = found.getAttributes().getAttributes();
        assertThat(found.unparsed).isFalse();
        assertThat(found.getAttributes().getMessage()).isEqualTo("text");
        assertThat(found.getAttributes().getTags()).containsExactlyInAnyOrder(tag, "source:my_apps");
        assertThat(found.getAttributes().getTimestamp().toEpochSecond()).isEqualTo(posted.getEvent().getDateHappened());
        assertThat(inner.getTitle()).isEqualTo("Disk full");
        assertThat(inner.getStatus()).isEqualTo(EventStatusType.WARNING);
        assertThat(inner.getAggregationKey()).isEqualTo("disk");
        assertThat(inner.getHostname()).isEqualTo("db-1");
        assertThat(inner.getEvt().getId()).isEqualTo(Long.toString(posted.getEvent().getId()));
        assertThat(inner.getEvt().getSourceId()).isEqualTo(100L);
        assertThat(inner.getEvt().getType()).isEqualTo("api");
    }

    @Test
    void aChangeIsPostedAndFoundByItsUid() throws ApiException {
        var posted = v2.createEvent(payload(EventCategory.CHANGE, new EventPayloadAttributes(new ChangeEventCustomAttributes()
                .changedResource(new ChangeEventCustomAttributesChangedResource().name("flag")
                        .type(ChangeEventCustomAttributesChangedResourceType.FEATURE_FLAG)))));

        var uid = posted.getData().getAttributes().getAttributes().getEvt().getUid();
        var found = v2.getEvent(uid).getData();

        assertThat(posted.getData().unparsed).isFalse();
        assertThat(posted.getLinks().getSelf()).endsWith("/event/event?uid=" + uid);
        assertThat(found.getId()).isEqualTo(uid);
        assertThat(found.getAttributes().getTags()).containsExactly(tag);
        assertThat(found.getAttributes().getMessage()).isEqualTo("a message");
    }

    @Test
    void anAlertIsPostedAndSearchedFor() throws ApiException {
        v2.createEvent(payload(EventCategory.ALERT, new EventPayloadAttributes(new AlertEventCustomAttributes()
                .status(AlertEventCustomAttributesStatus.WARN)
                .priority(AlertEventCustomAttributesPriority.PRIORITY_ONE)
                .custom(Map.of("disk", "/var")))));

        var found = v2.listEvents(new EventsApi.ListEventsOptionalParameters()
                .filterQuery(tag + " status:warn @custom.disk:\"/var\" @priority:1")).getData();

        assertThat(found).singleElement()
                .extracting(event -> event.getAttributes().getAttributes().getStatus())
                .isEqualTo(EventStatusType.WARNING);
    }

    @Test
    void errorsReachTheCallerInTheShapesOfBothVersions() {
        var unknown = catchThrowableOfType(ApiException.class, () -> v1.getEvent(1L));
        var old = catchThrowableOfType(ApiException.class, () -> v1.createEvent(event("old").dateHappened(1L)));
        var cursor = catchThrowableOfType(ApiException.class,
                () -> v2.listEvents(new EventsApi.ListEventsOptionalParameters().pageCursor(
                        "eyJzdGFydEF0IjoiQVFBQUFYS2tMS3pP")));
        var uid = catchThrowableOfType(ApiException.class, () -> v2.getEvent("AAAAAAAAAAAAAAAAAAAAAAAA"));
        var stranger = catchThrowableOfType(ApiException.class, () -> new EventsApi(client("nobody's")).listEvents());
        var mismatch = payload(EventCategory.CHANGE,
                new EventPayloadAttributes(new AlertEventCustomAttributes().status(AlertEventCustomAttributesStatus.OK)));
        var invalid = catchThrowableOfType(ApiException.class, () -> v2.createEvent(mismatch));

        assertThat(List.of(unknown.getCode(), old.getCode(), cursor.getCode(), uid.getCode(), stranger.getCode(),
                invalid.getCode())).containsExactly(404, 400, 400, 404, 403, 400);
        assertThat(unknown.getResponseBody()).isEqualTo("{\"errors\":[\"No event matches that event_id.\"]}");
        assertThat(old.getResponseBody()).isEqualTo("{\"errors\":[\"Event too far in the past\"]}");
        assertThat(stranger.getResponseBody()).isEqualTo("{\"errors\":[\"Forbidden\"]}");
        assertThat(invalid.getResponseBody()).contains("$.data.attributes.attributes.changed_resource: value is required.");
    }

    private void postMany() throws ApiException {
        for (int n = 0; n < MANY; n++) {
            v1.createEvent(event("n" + n));
        }
    }

    private EventCreateRequest event(String title) {
        return new EventCreateRequest().title(title).text("text").tags(List.of(tag));
    }

    private EventCreateRequestPayload payload(EventCategory category, EventPayloadAttributes details) {
        return new EventCreateRequestPayload().data(new com.datadog.api.client.v2.model.EventCreateRequest()
                .type(EventCreateRequestType.EVENT)
                .attributes(new EventPayload().title("title")
                        .message("a message")
                        .category(category)
                        .tags(List.of(tag))
                        .attributes(details)));
    }

    private static List<String> titles(Iterable<EventResponse> events) {
        var titles = new ArrayList<String>();
        events.forEach(event -> titles.add(event.getAttributes().getAttributes().getTitle()));
        return titles;
    }

    /** Without the first line its own servers would win over the base path. */
    private ApiClient client(String key) {
        var client = new ApiClient();
        client.setServerIndex(null);
        client.setBasePath(service.toString().replaceFirst("/$", ""));
        client.configureApiKeys(new HashMap<>(Map.of("apiKeyAuth", key, "appKeyAuth", key)));
        return client;
    }
}
