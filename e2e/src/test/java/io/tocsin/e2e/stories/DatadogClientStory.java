package io.tocsin.e2e.stories;

import static io.tocsin.e2e.domain.AnEvent.anEvent;
import static io.tocsin.e2e.domain.Names.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.datadog.api.client.ApiException;
import com.datadog.api.client.PaginationIterable;
import com.datadog.api.client.v2.api.EventsApi;
import com.datadog.api.client.v2.api.EventsApi.ListEventsOptionalParameters;
import com.datadog.api.client.v2.api.EventsApi.SearchEventsOptionalParameters;
import com.datadog.api.client.v2.model.EventResponse;
import com.datadog.api.client.v2.model.EventsListRequest;
import com.datadog.api.client.v2.model.EventsQueryFilter;
import com.datadog.api.client.v2.model.EventsRequestPage;

import io.tocsin.e2e.api.Story;
import io.tocsin.e2e.api.Tocsin;

/** What {@code e2e/clients} shows for other languages, for Datadog's own client for Java. */
@Story
class DatadogClientStory {

    private final String run = "run:" + unique("client");

    private com.datadog.api.client.v1.api.EventsApi v1;
    private EventsApi v2;

    @BeforeEach
    void pointTheClientHere(Tocsin tocsin) {
        v1 = new com.datadog.api.client.v1.api.EventsApi(tocsin.events().client());
        v2 = new EventsApi(tocsin.events().client());
    }

    @Test
    void anEventIsCreatedGotListedAndSearchedFor(Tocsin tocsin) throws ApiException {
        var posted = tocsin.events().post(anEvent("Disk full").from("web-1").tagged(run).build()).getEvent();

        var got = v1.getEvent(posted.getId()).getEvent();
        var listed = v1.listEvents(posted.getDateHappened(), posted.getDateHappened(),
                new com.datadog.api.client.v1.api.EventsApi.ListEventsOptionalParameters().tags(run)).getEvents();
        var searched = v2.searchEvents(search(run + " host:web-* status:error", 10)).getData();

        assertThat(got.getTitle()).isEqualTo("Disk full");
        assertThat(listed).singleElement().satisfies(event -> assertThat(event.getId()).isEqualTo(posted.getId()));
        assertThat(searched).singleElement()
                .satisfies(event -> assertThat(event.getAttributes().getAttributes().getEvt().getId())
                        .isEqualTo(posted.getIdStr()));
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 20, 25 })
    void pagesAreWalkedToTheEnd(int count, Tocsin tocsin) {
        var titles = IntStream.range(0, count).mapToObj(n -> "event " + n).toList();
        titles.forEach(title -> tocsin.events().post(anEvent(title).tagged(run).build()));

        var listed = titles(v2.listEventsWithPagination(new ListEventsOptionalParameters().filterQuery(run)));
        var searched = titles(v2.searchEventsWithPagination(search(run, 7)));

        assertThat(listed).containsExactlyInAnyOrderElementsOf(titles);
        assertThat(searched).isEqualTo(listed);
    }

    @Test
    void mistakesAreToldInTheClientsOwnExceptions(Tocsin tocsin) {
        var unknown = catchThrowableOfType(ApiException.class, () -> v1.getEvent(1L));
        var reversed = catchThrowableOfType(ApiException.class, () -> v1.listEvents(2L, 1L));
        var query = catchThrowableOfType(ApiException.class, () -> v2.searchEvents(search("(", 10)));
        var cursor = catchThrowableOfType(ApiException.class,
                () -> v2.listEvents(new ListEventsOptionalParameters().pageCursor("nonsense")));
        var stranger = catchThrowableOfType(ApiException.class,
                () -> new EventsApi(tocsin.events().client("nobody's")).listEvents());

        assertThat(List.of(unknown, reversed, query, cursor, stranger)).extracting(ApiException::getCode)
                .containsExactly(404, 400, 400, 400, 403);
        assertThat(List.of(unknown, reversed, query, cursor, stranger)).allSatisfy(
                refusal -> assertThat(refusal.getResponseBody()).startsWith("{\"errors\":[\""));
    }

    private static SearchEventsOptionalParameters search(String query, int limit) {
        return new SearchEventsOptionalParameters().body(new EventsListRequest()
                .filter(new EventsQueryFilter().query(query).from("now-1h").to("now+1h"))
                .page(new EventsRequestPage().limit(limit)));
    }

    private static List<String> titles(PaginationIterable<EventResponse> pages) {
        return StreamSupport.stream(pages.spliterator(), false)
                .map(event -> event.getAttributes().getAttributes().getTitle())
                .toList();
    }
}
