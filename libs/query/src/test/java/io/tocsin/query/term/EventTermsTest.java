package io.tocsin.query.term;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.tocsin.model.Event;
import io.tocsin.model.EventContent;
import io.tocsin.model.EventContentBuilder;
import io.tocsin.model.Scope;
import io.tocsin.model.Severity;

class EventTermsTest {

    /** What is stored must be found by every later release: these numbers never change. */
    @Test
    void aTermIsTheSameForEver() {
        var event = event("acme", EventContent.titled("Disk").tags(List.of("env:prod")).severity(Severity.ERROR));

        assertThat(EventTerms.of(event)).containsExactlyInAnyOrder(621293271, -1027801770, -1822349266);
    }

    @Test
    void anotherTenantHasOtherTerms() {
        var content = EventContent.titled("Disk full").host("web-1").attributes(Map.of("a", Map.of("b", List.of(1, "x"))));

        var terms = EventTerms.of(event("acme", content));

        assertThat(terms).hasSize(5).doesNotContainAnyElementsOf(List.of(EventTerms.of(event("other", content))));
    }

    @Test
    void whatStandsSeveralTimesIsOneTerm() {
        var content = EventContent.titled("disk Disk")
                .text("DISK")
                .tags(List.of("a", "a"))
                .attributes(Map.of("n", List.of(5, 5.0, "5", "5.00")));

        assertThat(EventTerms.of(event("acme", content))).hasSize(3);
    }

    private static Event event(String organization, EventContentBuilder content) {
        return new Event(1, new UUID(1, 1), new Scope(organization, "1"), Instant.EPOCH,
                content.happenedAt(Instant.EPOCH).build());
    }
}
