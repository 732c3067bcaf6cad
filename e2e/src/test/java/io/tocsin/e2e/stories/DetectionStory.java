package io.tocsin.e2e.stories;

import static io.tocsin.e2e.domain.ARule.aRule;
import static io.tocsin.e2e.domain.Names.address;
import static io.tocsin.e2e.domain.Names.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.opentelemetry.sdk.metrics.data.MetricData;
import io.tocsin.e2e.api.Alerts.Alert;
import io.tocsin.e2e.api.DetectedEvents.Detected;
import io.tocsin.e2e.api.Organization;
import io.tocsin.e2e.api.Story;
import io.tocsin.e2e.api.Tocsin;
import io.tocsin.e2e.domain.ARule;
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
    private static final int LEARNED = 400;
    private static final int BROKEN = 2;

    /** From the begin of the last failing round until a minute is judged in which nothing has failed for five. */
    private static final Duration GOES_ON = Duration.ofMinutes(6);
    private static final Duration UNTIL_IT_IS_OVER = GOES_ON.plus(PATIENCE);

    private final String name = unique("shops");
    private final WebShops shops = WebShops.named(name);
    private final String onCall = address(name);
    private final String duty = address(unique("duty"));
    private final Instant began = minute(Instant.now()).minus(19, ChronoUnit.MINUTES);
    private Instant lastFailure = began.minus(1, ChronoUnit.MINUTES);

    @Test
    void aServerFaultIsFoundToldAndResolvedWhoeverIsKilledMeanwhile(Tocsin tocsin) {
        try (var organization = tocsin.organization(name); var calm = tocsin.organization(unique("calm"))) {
            organization.optIn(onCall);
            var rule = organization.rules().create(aRuleOfServers());
            send(organization, theHoursBefore());
            kill(tocsin, 0);
            itFails(organization);
            kill(tocsin, 1);
            var event = theOnlyOne(organization);
            itFails(organization);
            tocsin.platform().postgres().kill();
            tocsin.platform().postgres().start();
            itFails(organization);
            kill(tocsin, 0);
            itFails(organization);

            var first = tocsin.smtp().awaitMailsTo(onCall, 1).get(0);
            assertThatTheMailTells(first, event);
            itFails(organization);
            assertThat(theOnlyOne(organization)).isEqualTo(found(event.id(), null));
            assertThat(organization.detectedEvents().isExplained(event.id())).isTrue();
            assertThatEveryDialectFinds(organization, title());
            itFails(organization);
            var alarm = tocsin.smtp().awaitMailsTo(duty, 1).get(0);
            assertThat(alarm.text().orElseThrow()).contains(shops.host(BROKEN));
            assertThat(organization.alerts().ofRule(rule)).extracting(Alert::state).containsExactly("trigger");

            var now = minute(Instant.now());
            send(organization, theMinutesAfter(now));

            await().atMost(UNTIL_IT_IS_OVER).until(() -> !theOnlyOne(organization).active());
            assertThat(theOnlyOne(organization)).isEqualTo(found(event.id(), lastFailure));
            var last = tocsin.smtp().awaitMailsTo(onCall, 2).get(1);
            assertThat(last.header("References").orElseThrow()).contains(first.messageId());
            assertThat(last.text().orElseThrow()).contains("RESOLVED", "after " + minutesOfFailure() + "\u00A0min");
            assertThatEveryDialectFinds(organization, "Over: " + title(), title());
            assertThat(tocsin.smtp().awaitMailsTo(duty, 2).get(1).header("References").orElseThrow()).contains(alarm
                    .messageId());
            assertThat(organization.alerts().ofRule(rule)).extracting(Alert::state).containsExactly("clear");
            assertThat(organization.deliveries().to(onCall)).hasSize(2);
            assertThat(organization.deliveries().to(duty)).hasSize(2);
            assertThatItIsAsWhereNobodyWasKilled(organization, calm, now);
        }
    }

    /** As docs/detection.md has it. */
    private ARule aRuleOfServers() {
        return aRule(name)
                .when("events(\"source:tocsin event_type:target\").rollup(\"count\").by(\"component\").last(\"1h\") >= 1")
                .telling(duty);
    }

    private static void kill(Tocsin tocsin, int replica) {
        var victim = tocsin.platform().replicas(Service.EVENTS).get(replica);
        victim.kill();
        tocsin.platform().restart(victim);
    }

    /** From its beginning, or goes on to fail, so that the event lasts for as long as the next step may take. */
    private void itFails(Organization organization) {
        var enough = minute(Instant.now().plus(PATIENCE).minus(GOES_ON)).plus(1, ChronoUnit.MINUTES);
        if (enough.isAfter(lastFailure)) {
            send(organization, shops.failing(BROKEN, lastFailure.plus(1, ChronoUnit.MINUTES), enough));
            lastFailure = enough;
        }
    }

    /** As a collector does: again, until they are accepted. */
    private static void send(Organization organization, Collection<MetricData> metrics) {
        await().atMost(PATIENCE).until(() -> organization.results().tryToSend(metrics));
    }

    private Collection<MetricData> theHoursBefore() {
        return shops.well(began.minus(LEARNED, ChronoUnit.MINUTES), began.minus(1, ChronoUnit.MINUTES));
    }

    private Collection<MetricData> theMinutesAfter(Instant now) {
        return shops.well(lastFailure.plus(1, ChronoUnit.MINUTES), now);
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

    private long minutesOfFailure() {
        return Duration.between(began, lastFailure).toMinutes();
    }

    /** Each once: the event, and its recovery when it is over. */
    private void assertThatEveryDialectFinds(Organization organization, String... titles) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(organization.dialects().titlesOf("target", shops.host(BROKEN)))
                        .allSatisfy((dialect, found) -> assertThat(found).containsExactly(titles)));
    }

    /** The same results, all at once, long after. */
    private void assertThatItIsAsWhereNobodyWasKilled(Organization disturbed, Organization calm, Instant now) {
        send(calm, theHoursBefore());
        send(calm, shops.failing(BROKEN, began, lastFailure));
        send(calm, theMinutesAfter(now));

        await().atMost(PATIENCE).until(() -> !theOnlyOne(calm).active());
        assertThat(calm.detectedEvents().told(theOnlyOne(calm).id()))
                .isEqualTo(disturbed.detectedEvents().told(theOnlyOne(disturbed).id()));
    }

    private static Instant minute(Instant time) {
        return time.truncatedTo(ChronoUnit.MINUTES);
    }
}
