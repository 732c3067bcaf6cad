package io.tocsin.e2e.stories;

import static io.tocsin.e2e.domain.ARule.aRule;
import static io.tocsin.e2e.domain.AnEvent.anEvent;
import static io.tocsin.e2e.domain.Names.address;
import static io.tocsin.e2e.domain.Names.unique;
import static io.tocsin.test.SmtpStage.CONTENT;
import static io.tocsin.test.SmtpStage.RCPT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_SECOND;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.restassured.RestAssured;
import io.tocsin.e2e.api.Story;
import io.tocsin.e2e.api.Tocsin;
import io.tocsin.local.service.Service;
import io.tocsin.test.ReceivedMail;

/** Every bad day of a mail server at once. Days and minutes are made seconds by configuration, and by nothing else. */
@Story
class HostileMailServerStory {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final String fire = unique("fire");
    private final String greylisted = address(fire + "-greylisted");
    private final String slow = address(fire + "-slow");
    private final String dropped = address(fire + "-dropped");
    private final String droppedTooLate = address(fire + "-dropped-too-late");
    private final String never = address(fire + "-never");
    private final String first = address(fire + "-first");
    private final String gone = address(fire + "-gone");
    private final String last = address(fire + "-last");

    @Test
    void everyRecipientIsToldRefusedOrGivenUpAndTheApiShowsWhatTheServerSaid(Tocsin tocsin) {
        tellEachByARuleOfItsOwn(tocsin, greylisted, slow, dropped, droppedTooLate, never);
        tocsin.rules().create(aRule(fire).matching("fire:" + fire).telling(first, gone, last));

        tocsin.refuseLogins();
        tocsin.events().post(anEvent(fire).tagged("fire:" + fire).build());
        await().atMost(PATIENCE).untilAsserted(() -> assertThatTheChannelIsPaused(tocsin, true));
        await().atMost(PATIENCE).until(() -> states(tocsin).size() == recipients().count());
        misbehave(tocsin);
        tocsin.acceptLogins();

        var delivered = Map.of(greylisted, "delivered", slow, "delivered", dropped, "delivered", droppedTooLate, "delivered",
                first, "delivered", last, "delivered");
        var expected = new HashMap<>(delivered);
        expected.putAll(Map.of(gone, "refused", never, "dead"));
        await().atMost(PATIENCE).pollInterval(ONE_SECOND).untilAsserted(() -> assertThat(states(tocsin)).isEqualTo(expected));
        assertThatTheApiShowsWhatTheServerSaid(tocsin);
        delivered.keySet().forEach(recipient -> assertThatCopiesAreOneMail(tocsin, recipient));
        assertThatTheChannelIsPaused(tocsin, false);

        assertThat(tocsin.deliveries().deadLettersTo(never)).hasSize(1);
        tocsin.smtp().behave();
        tocsin.deliveries().resendDeadLettersTo(never);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(states(tocsin)).containsEntry(never, "delivered"));
        assertThat(tocsin.deliveries().deadLettersTo(never)).isEmpty();
        assertThatCopiesAreOneMail(tocsin, never);
    }

    private void misbehave(Tocsin tocsin) {
        tocsin.smtp().on(RCPT).to(greylisted).times(2).answer(451, "4.7.1 Greylisted, come back later");
        tocsin.smtp().on(CONTENT).to(slow).once().stall(Duration.ofSeconds(6));
        tocsin.smtp().on(CONTENT).to(dropped).once().hangUp();
        tocsin.smtp().on(CONTENT).to(droppedTooLate).once().keepAndHangUp();
        tocsin.smtp().on(RCPT).to(gone).answer(550, "5.1.1 No such user here");
        tocsin.smtp().on(RCPT).to(never).answer(452, "4.2.2 Mailbox full");
    }

    private void assertThatTheApiShowsWhatTheServerSaid(Tocsin tocsin) {
        var deliveries = tocsin.deliveries();
        assertThat(recipients().flatMap(recipient -> deliveries.latest(recipient).answers().stream()))
                .anyMatch(answer -> answer.startsWith("channel-down 535"));
        assertThat(deliveries.latest(greylisted).answers())
                .containsSubsequence("deferred 451 4.7.1", "deferred 451 4.7.1", "delivered 250 2.0.0");
        assertThat(deliveries.latest(slow).attempts())
                .anySatisfy(attempt -> assertThat(attempt.text()).contains("no answer in time"));
        assertThat(Stream.of(dropped, droppedTooLate))
                .allSatisfy(recipient -> assertThat(deliveries.latest(recipient).attempts())
                        .anySatisfy(attempt -> assertThat(attempt.text()).contains("connection lost")));
        assertThat(deliveries.latest(gone).answers()).endsWith("refused 550 5.1.1");
        assertThat(deliveries.latest(gone).lastWords()).contains("No such user here");
        assertThat(deliveries.latest(never).answers()).contains("deferred 452 4.2.2");
        assertThat(deliveries.latest(never).lastWords()).contains("Mailbox full");
    }

    /** The server which kept a mail and did not say so has two copies of it, the others one. */
    private void assertThatCopiesAreOneMail(Tocsin tocsin, String recipient) {
        var mails = tocsin.smtp().mailsTo(recipient);
        assertThat(mails).hasSizeBetween(1, recipient.equals(droppedTooLate) || recipient.equals(slow) ? 2 : 1);
        assertThat(mails.stream().map(ReceivedMail::messageId).distinct()).hasSize(1);
    }

    private void tellEachByARuleOfItsOwn(Tocsin tocsin, String... recipients) {
        Stream.of(recipients)
                .forEach(recipient -> tocsin.rules().create(aRule(recipient).matching("fire:" + fire).telling(recipient)));
    }

    private Map<String, String> states(Tocsin tocsin) {
        var states = new HashMap<String, String>();
        recipients().forEach(recipient -> tocsin.deliveries()
                .to(recipient)
                .forEach(delivery -> states.put(recipient, (String) delivery.get("state"))));
        return states;
    }

    private Stream<String> recipients() {
        return Stream.of(greylisted, slow, dropped, droppedTooLate, never, first, gone, last);
    }

    private static void assertThatTheChannelIsPaused(Tocsin tocsin, boolean paused) {
        var notifier = tocsin.platform().replicas(Service.NOTIFIER).get(0).managementUrl();
        var metrics = RestAssured.get(notifier.resolve("/q/metrics")).asString();
        var health = RestAssured.get(notifier.resolve("/q/health/ready")).jsonPath();
        assertThat(metrics.lines().filter(line -> line.startsWith("tocsin_notifier_channel_paused{channel=\"email\"")))
                .singleElement()
                .satisfies(line -> assertThat(line).endsWith(paused ? " 1.0" : " 0.0"));
        assertThat(health.getBoolean("checks.find { it.name == 'mail channel' }.data.paused")).isEqualTo(paused);
        if (paused) {
            assertThat(health.getBoolean("checks.find { it.name == 'mail channel' }.data.needsOperator")).isTrue();
            assertThat(health.getString("checks.find { it.name == 'mail channel' }.data.reason")).contains("535");
        }
    }
}
