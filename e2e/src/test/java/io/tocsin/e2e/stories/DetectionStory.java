package io.tocsin.e2e.stories;

import static io.tocsin.e2e.domain.Fires.onceEach;
import static io.tocsin.e2e.domain.Names.address;
import static io.tocsin.e2e.domain.Names.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.tocsin.e2e.api.DetectedEvents.Detected;
import io.tocsin.e2e.api.Organization;
import io.tocsin.e2e.api.Story;
import io.tocsin.e2e.api.Tocsin;
import io.tocsin.e2e.domain.WebShops;
import io.tocsin.local.service.Service;
import io.tocsin.test.ReceivedMail;

/**
 * A server fails, and nobody posts an event. Of the hours before agents tell now, and detection judges each round by its own time; so
 * the story takes no longer than the event goes on after its last failing round.
 */
@Story(replicas = 2)
class DetectionStory {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration UNTIL_IT_IS_QUIET = Duration.ofSeconds(240);
    private static final int LEARNED = 400;
    private static final int BROKEN = 2;

    private final String name = unique("shops");
    private final WebShops shops = WebShops.named(name);
    private final String onCall = address(name);
    private Instant now;
    private Instant began;
    private Instant lastFailure;

    /** The event goes on for five minutes after its last failing round, so that there is time to see it active. */
    private void setTheClock() {
        now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        began = now.minus(19, ChronoUnit.MINUTES);
        lastFailure = now.minus(3, ChronoUnit.MINUTES);
    }

    @Test
    void aServerFaultIsFoundToldAndResolvedWhoeverIsKilledMeanwhile(Tocsin tocsin) {
        setTheClock();
        try (var organization = tocsin.organization(name)) {
            organization.optIn(onCall);
            organization.results().send(shops.well(now.minus(LEARNED, ChronoUnit.MINUTES), began.minus(1, ChronoUnit.MINUTES)));

            kill(tocsin, 0);
            organization.results().send(shops.failing(BROKEN, began, lastFailure));
            kill(tocsin, 1);

            theOnlyOne(organization);
            kill(tocsin, 0);
            var first = tocsin.smtp().awaitMailsTo(onCall, 1).get(0);
            var event = theOnlyOne(organization);
            assertThat(event).isEqualTo(found(event.id(), null));
            assertThat(organization.detectedEvents().isExplained(event.id())).isTrue();
            assertThatTheMailTells(first, event);
            assertThatDatadogFinds(organization, title());

            organization.results().send(shops.well(lastFailure.plus(1, ChronoUnit.MINUTES), now));

            await().atMost(UNTIL_IT_IS_QUIET).until(() -> !theOnlyOne(organization).active());
            assertThat(theOnlyOne(organization)).isEqualTo(found(event.id(), lastFailure));
            var last = tocsin.smtp().awaitMailsTo(onCall, 2).get(1);
            assertThat(last.header("References").orElseThrow()).contains(first.messageId());
            assertThat(last.text().orElseThrow()).contains("RESOLVED", "after 16\u00A0min");
            assertThatDatadogFinds(organization, title(), "Over: " + title());
            assertThat(organization.deliveries().to(onCall)).hasSize(2);
        }
    }

    private void kill(Tocsin tocsin, int replica) {
        var victim = tocsin.platform().replicas(Service.EVENTS).get(replica);
        victim.kill();
        tocsin.platform().restart(victim);
    }

    private static Detected theOnlyOne(Organization organization) {
        await().atMost(PATIENCE).until(() -> !organization.detectedEvents().all().isEmpty());
        var events = organization.detectedEvents().all();
        assertThat(events).hasSize(1);
        return events.get(0);
    }

    private Detected found(String id, Instant ended) {
        return new Detected(id, "target", Map.of("target", shops.host(BROKEN)), ended == null, began, ended, 1, shops.agents());
    }

    private void assertThatTheMailTells(ReceivedMail mail, Detected event) {
        assertThat(mail.subject()).contains("Server Issue").contains(shops.host(BROKEN));
        assertThat(mail.text().orElseThrow()).contains("1 test, 5 agents and 1 target have been affected since",
                "/v7/events/" + event.id(), "/v7/events/" + event.id() + "/evidence");
        assertThat(mail.raw()).contains("Content-Type: image/png", "Content-Disposition: inline");
    }

    private String title() {
        return "Server Issue: " + shops.host(BROKEN);
    }

    /** Each once: the event, and its recovery when it is over. */
    private void assertThatDatadogFinds(Organization organization, String... titles) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(organization.events().titlesTagged("component:" + shops.host(BROKEN)))
                        .isEqualTo(onceEach(Set.of(titles))));
    }
}
