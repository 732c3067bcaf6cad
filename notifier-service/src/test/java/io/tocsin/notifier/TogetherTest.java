package io.tocsin.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.tocsin.model.message.AlertNotification.Kind;
import io.tocsin.test.PostgresResource;
import io.tocsin.test.ReceivedMail;
import io.tocsin.test.SmtpResource;
import io.tocsin.test.SmtpServer;
import io.tocsin.test.SmtpStage;

/** Several deliveries to one recipient in one mail: because they came together, or because there are too many. */
@QuarkusTest
@TestProfile(TogetherTest.FiveAreCalm.class)
@WithTestResource(PostgresResource.class)
@WithTestResource(SmtpResource.class)
class TogetherTest {

    private final String ann = Given.somebody();

    SmtpServer smtp;

    @AfterEach
    void behave() {
        smtp.behave();
    }

    @Test
    void alertsWhichOpenTogetherAreOneMailInWhoseThreadEachClears() {
        var disk = Given.alert("disk full").on("web-1").to(ann);
        var load = Given.alert("load too high").on("web-2").to(ann);
        Given.deliverMessages(List.of(disk.message(disk.notification(Kind.TRIGGERED)),
                load.message(load.notification(Kind.TRIGGERED))));
        var mail = smtp.awaitMailsTo(ann, 1).get(0);
        load.cleared();

        var clear = smtp.awaitMailsTo(ann, 2).get(1);

        assertThat(mail.subject()).isEqualTo("[Tocsin] 2 alerts in Web");
        assertThat(Stream.of(mail.text(), mail.html())).allSatisfy(body -> assertThat(body.orElseThrow())
                .contains("disk full", "load too high", disk.alertId().toString(), load.alertId().toString()));
        assertThat(clear.header("In-Reply-To")).hasValue(mail.messageId());
        assertThat(Stream.of(disk, load).map(alert -> Api.awaitState("delivered", alert.alertId(), ann).get("messageId")))
                .contains(mail.messageId());
    }

    @Test
    void othersWhoAreToldOfOneOfThemGetItAlone() {
        var bob = Given.somebody();
        var disk = Given.alert("disk full").on("web-1").to(ann, bob);
        var load = Given.alert("load too high").on("web-2").to(ann);
        Given.deliverMessages(List.of(disk.message(disk.notification(Kind.TRIGGERED)),
                load.message(load.notification(Kind.TRIGGERED))));

        var mail = smtp.awaitMailsTo(bob, 1).get(0);

        assertThat(mail.subject()).isEqualTo("[Tocsin] MAJOR: disk full on web-1");
    }

    @Test
    void aStormBecomesADigestWhichSaysSoAndLeavesNothingOut() {
        var alerts = IntStream.range(0, 40).mapToObj(i -> Given.alert("rule " + i).on("web-" + i).to(ann)).toList();

        alerts.forEach(Given::triggered);

        var delivered = alerts.stream().map(alert -> Api.awaitState("delivered", alert.alertId(), ann)).toList();
        var digests = smtp.mailsTo(ann).stream().filter(mail -> mail.subject().contains("Digest of")).toList();
        assertThat(smtp.mailsTo(ann)).hasSizeLessThan(20);
        assertThat(digests).isNotEmpty();
        assertThat(digests.get(0).subject()).matches(
                "\\[Tocsin] Digest of \\d+ notifications since [-0-9: UTC]+: \\d+ alerts in Web");
        assertThat(unfolded(digests.get(0).text().orElseThrow())).contains(
                "More than 5 notifications came for you within 10\u00A0min",
                "a digest has taken over", "Single mails come back at");
        assertThat(delivered).allSatisfy(delivery -> assertThat(Api.attempts(delivery, "messageId"))
                .containsExactly(delivery.get("messageId")));
        assertThat(delivered).allSatisfy(delivery -> assertThat(smtp.mailsTo(ann))
                .filteredOn(mail -> mail.messageId().equals(delivery.get("messageId")))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text().orElseThrow()).contains(delivery.get("alertId").toString())));
    }

    @Test
    void aDigestWhoseAnswerIsLostIsSentAgainAsACopy() {
        var alerts = IntStream.range(0, 8).mapToObj(i -> Given.alert("rule " + i).on("web-" + i).to(ann)).toList();
        smtp.on(SmtpStage.CONTENT).to(ann).once().keepAndHangUp();

        Given.deliverMessages(alerts.stream().map(alert -> alert.message(alert.notification(Kind.TRIGGERED))).toList());

        var delivered = alerts.stream().map(alert -> Api.awaitState("delivered", alert.alertId(), ann)).toList();
        Awaitility.await().untilAsserted(() -> assertThat(smtp.mailsTo(ann)).hasSizeGreaterThanOrEqualTo(2));
        var copies = smtp.mailsTo(ann)
                .stream()
                .filter(mail -> mail.messageId().equals(smtp.mailsTo(ann).get(0).messageId()))
                .toList();
        assertThat(copies).hasSize(2);
        assertThat(copies).extracting(ReceivedMail::subject).containsOnly(copies.get(0).subject());
        assertThat(copies).extracting(mail -> mail.header("Date")).containsOnly(copies.get(0).header("Date"));
        assertThat(copies).extracting(ReceivedMail::text).containsOnly(copies.get(0).text());
        assertThat(delivered).filteredOn(delivery -> delivery.get("messageId").equals(copies.get(0).messageId()))
                .isNotEmpty()
                .allSatisfy(delivery -> assertThat(Api.attempts(delivery, "outcome")).containsExactly("deferred", "delivered"));
    }

    private static String unfolded(String text) {
        return text.replaceAll("\\s+", " ");
    }

    public static final class FiveAreCalm implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "tocsin.notifier.storm.mails", "5",
                    "tocsin.notifier.storm.window", "10m",
                    "tocsin.notifier.storm.digest-every", "2s");
        }
    }
}
