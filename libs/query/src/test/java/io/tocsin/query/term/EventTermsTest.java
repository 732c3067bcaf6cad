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

        assertThat(terms).hasSize(5).doesNotContain(EventTerms.of(event("other", content)));
    }

    @Test
    void whatStandsSeveralTimesIsOneTerm() {
        var content = EventContent.titled("disk Disk")
                .text("DISK")
                .tags(List.of("a", "a"))
                .attributes(Map.of("n", List.of(5, 5.0, "5", "5.00")));

        assertThat(EventTerms.of(event("acme", content))).hasSize(3);
    }

    @Test
    void anAttributeIsFoundByItsPathAndItsValue() {
        var nested = Map.of("b", List.of("x", 5.0), "\u00C4", Map.of("c", "\uD83D\uDD25"), "d", true);

        var terms = EventTerms.of(event("acme", EventContent.titled(null).attributes(Map.of("a", nested))));

        assertThat(terms).containsExactlyInAnyOrder(attribute("a.b", "x"), attribute("a.b", "5"),
                attribute("a.\u00C4.c", "\uD83D\uDD25"), attribute("a.d", "true"));
    }

    @Test
    void eventsOfOneScopeHaveTheSameTermsTogetherAsAlone() {
        var first = event("acme", EventContent.titled("Disk full").text("on web").attributes(Map.of("a", "x")));
        var second = event("acme", EventContent.titled("Disk full").host("web-1"));
        var together = EventTerms.within(first.scope());

        var terms = List.of(together.termsOf(first), together.termsOf(second), together.termsOf(first));

        assertThat(terms).containsExactly(EventTerms.of(first), EventTerms.of(second), EventTerms.of(first));
    }

    private static int attribute(String path, String value) {
        return Term.attribute(path, value).hash(new TermHash(new Scope("acme", "1")));
    }

    private static Event event(String organization, EventContentBuilder content) {
        return new Event(1, new UUID(1, 1), new Scope(organization, "1"), Instant.EPOCH,
                content.happenedAt(Instant.EPOCH).build());
    }
}
