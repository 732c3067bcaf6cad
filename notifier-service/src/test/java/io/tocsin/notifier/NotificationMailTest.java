package io.tocsin.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.model.message.AlertNotification.Kind;
import io.tocsin.model.message.AlertNotification.Source;
import io.tocsin.test.PostgresResource;
import io.tocsin.test.ReceivedMail;
import io.tocsin.test.SmtpResource;
import io.tocsin.test.SmtpServer;

/** What recipients get, from the message in the inbox to the mail on the wire. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(SmtpResource.class)
class NotificationMailTest {

    SmtpServer smtp;

    @Test
    void aTriggerIsOneMailWithTextAndHtml() {
        var ann = Given.somebody();
        var alert = Given.alert("disk full").on("web-1").on("web-2").saying("See the runbook.\nCall Bob.").to(ann).triggered();

        var mail = smtp.awaitMailsTo(ann, 1).get(0);

        assertThat(mail.subject()).isEqualTo("[Tocsin] MAJOR: disk full on web-1 and 1 more");
        assertThat(mail.sender()).isEqualTo("alerts@tocsin.example");
        assertThat(mail.header("From")).hasValue("Tocsin <alerts@tocsin.example>");
        assertThat(Stream.of(mail.text(), mail.html())).allSatisfy(body -> assertThat(body.orElseThrow())
                .contains("MAJOR", "disk full",
                        "This rule has been violated since 2026-11-22 06:56:12 UTC by web-1 (3 events in 5 min) and 1 more.")
                .contains("web-2", "3 events in 5 min", "See the runbook.", "Call Bob.", "Web", ann)
                .contains("https://tocsin.example/v7/alerts/" + alert.alertId() + "?aid=12")
                .contains("https://tocsin.example/v7/alerts/rules/7?aid=12"));
    }

    @Test
    void aRuleThatGroupsByNothingNamesNoSourceInItsSubject() {
        var ann = Given.somebody();
        Given.alert("too many errors").on(Source.ALL_EVENTS).to(ann).triggered();

        var mail = smtp.awaitMailsTo(ann, 1).get(0);

        assertThat(mail.subject()).isEqualTo("[Tocsin] MAJOR: too many errors");
        assertThat(mail.text().orElseThrow()).contains(
                "This rule has been violated since 2026-11-22 06:56:12 UTC: 3 events in 5 min.");
    }

    @Test
    void anAlertOfATestNamesTestTargetAndAgents() {
        var ann = Given.somebody();
        var alert = Given.alert("reachability")
                .ofTest("817", "shop", "203.0.113.0/24", "monitor")
                .on("Oslo")
                .on("Rome")
                .to(ann)
                .triggered();
        var trigger = smtp.awaitMailsTo(ann, 1).get(0);
        alert.cleared();

        var clear = smtp.awaitMailsTo(ann, 2).get(1);

        assertThat(trigger.subject())
                .isEqualTo("[Tocsin] MAJOR: reachability on shop (203.0.113.0/24), seen from Oslo and 1 more");
        assertThat(trigger.text().orElseThrow()).contains(
                "Test shop (203.0.113.0/24) has violated this rule since 2026-11-22 06:56:12 UTC, seen from Oslo "
                        + "(3 events in 5 min) and 1 more.",
                "Test: shop (id 817)", "Target: 203.0.113.0/24", "* Monitor Oslo", "* Monitor Rome",
                "https://tocsin.example/v7/tests/817?aid=12");
        assertThat(trigger.html().orElseThrow()).contains("shop</span> (id 817)", "203.0.113.0/24</td>", ">Monitor</th>",
                "https://tocsin.example/v7/tests/817?aid=12", "See the test");
        assertThat(clear.text().orElseThrow()).contains(
                "Test shop (203.0.113.0/24) is well again since 2026-11-22 07:08:17 UTC.");
    }

    @Test
    void alertsWhichBeganTogetherAreOneMailInWhoseThreadEachClears() {
        var ann = Given.somebody();
        var bank = Given.alert("loss").ofTest("818", "bank", null, "agent").on("Rome").to(ann);
        var shop = Given.alert("loss").ofTest("817", "shop", null, "agent").on("Oslo").to(ann).with(bank).triggered();
        var trigger = smtp.awaitMailsTo(ann, 1).get(0);

        bank.cleared();
        var clear = smtp.awaitMailsTo(ann, 2).get(1);

        assertThat(trigger.subject()).isEqualTo("[Tocsin] MAJOR: loss on shop and 1 more");
        assertThat(Stream.of(trigger.text(), trigger.html())).allSatisfy(body -> assertThat(body.orElseThrow())
                .contains("With it began", "Test bank, seen from Rome and 2 more",
                        "https://tocsin.example/v7/alerts/" + bank.alertId() + "?aid=12",
                        "https://tocsin.example/v7/alerts/" + shop.alertId() + "?aid=12"));
        assertThat(clear.subject()).isEqualTo("Re: " + trigger.subject());
        assertThat(clear.header("In-Reply-To")).hasValue(trigger.messageId());
        assertThat(clear.text().orElseThrow()).contains("Test bank is well again");
    }

    @Test
    void aTestWithoutANameIsNamedByItsId() {
        var ann = Given.somebody();
        Given.alert("loss").ofTest("817", null, null, "agent").on("Oslo").to(ann).triggered();

        var mail = smtp.awaitMailsTo(ann, 1).get(0);

        assertThat(mail.subject()).isEqualTo("[Tocsin] MAJOR: loss on 817, seen from Oslo");
        assertThat(mail.text().orElseThrow()).contains("* Agent Oslo").doesNotContain("Target:");
    }

    @Test
    void aMailSaysToProgramsWhatItIs() {
        var ann = Given.somebody();
        var alert = Given.alert("disk full").on("web-1").to(ann).triggered();

        var mail = smtp.awaitMailsTo(ann, 1).get(0);

        assertThat(mail.messageId()).matches("<[0-9a-f-]{36}@tocsin.example>");
        assertThat(mail.header("Auto-Submitted")).hasValue("auto-generated");
        assertThat(mail.header("List-Id")).hasValue("\"disk full\" <rule-7.tocsin.example>");
        assertThat(mail.header("X-Tocsin-Alert")).hasValue(alert.alertId().toString());
        assertThat(mail.header("In-Reply-To")).isEmpty();
    }

    @Test
    void everyRecipientGetsAMailOfTheirOwn() {
        var ann = Given.somebody();
        var bob = Given.somebody();
        Given.alert("disk full").on("web-1").to(ann, bob).triggered();

        var mails = Stream.of(ann, bob).map(who -> smtp.awaitMailsTo(who, 1).get(0)).toList();

        assertThat(mails).allSatisfy(mail -> assertThat(mail.recipients()).hasSize(1));
        assertThat(mails).extracting(ReceivedMail::messageId).doesNotHaveDuplicates();
    }

    @Test
    void aClearThreadsUnderItsTrigger() {
        var ann = Given.somebody();
        var alert = Given.alert("disk full").on("web-1").to(ann).triggered();
        var trigger = smtp.awaitMailsTo(ann, 1).get(0);
        alert.on("web-2").cleared();

        var clear = smtp.awaitMailsTo(ann, 2).get(1);

        assertThat(clear.header("In-Reply-To")).hasValue(trigger.messageId());
        assertThat(clear.header("References")).hasValue(trigger.messageId());
        assertThat(clear.subject()).isEqualTo("Re: " + trigger.subject());
        assertThat(clear.text().orElseThrow()).contains("CLEARED", "2026-11-22 07:08:17 UTC", "12\u00A0min 5\u00A0s");
    }

    @Test
    void anOrganizationReadsItsOwnLanguageAndTimes() {
        var ann = Given.somebody();
        var alert = Given.alert("Platte voll").of("beispiel").on("web-1").to(ann).triggered();
        alert.cleared();

        var mails = smtp.awaitMailsTo(ann, 2);

        assertThat(mails.get(0).subject()).isEqualTo("[Tocsin] ERHEBLICH: Platte voll auf web-1");
        assertThat(mails.get(0).html().orElseThrow()).contains("<html lang=\"de\"",
                "Diese Regel ist seit 22.11.2026 07:56:12 MEZ durch web-1 (3 events in 5 min) verletzt.", "Alarm öffnen");
        assertThat(mails.get(1).subject()).isEqualTo("Re: [Tocsin] ERHEBLICH: Platte voll auf web-1");
        assertThat(mails.get(1).text().orElseThrow()).contains("BEHOBEN (war ERHEBLICH)",
                "Abbestellen: https://tocsin.example/");
    }

    @Test
    void aNotificationDeliveredTwiceIsMailedOnce() {
        var ann = Given.somebody();
        var alert = Given.alert("disk full").on("web-1").to(ann);
        var notification = alert.notification(Kind.TRIGGERED);
        alert.deliver(List.of(notification));
        alert.deliver(List.of(notification));

        var last = Given.somebody();
        Given.alert("the next one").to(last).triggered();
        smtp.awaitMailsTo(last, 1);

        assertThat(smtp.awaitMailsTo(ann, 1)).hasSize(1);
    }

    @Test
    void aRuleNameInAnyLanguageIsReadAsItWasWritten() {
        var ann = Given.somebody();
        Given.alert("Festplatte voll – ディスクがいっぱいです 🔥").on("räksmörgås").to(ann).triggered();

        var mail = smtp.awaitMailsTo(ann, 1).get(0);

        assertThat(mail.subject()).isEqualTo("[Tocsin] MAJOR: Festplatte voll – ディスクがいっぱいです 🔥 on räksmörgås");
        assertThat(mail.text().orElseThrow()).contains("ディスクがいっぱいです 🔥");
        assertThat(mail.html().orElseThrow()).contains("räksmörgås");
    }

    @Test
    void aRuleNameCannotAddAHeader() {
        var ann = Given.somebody();
        Given.alert("disk\r\nBcc: eve@example.org\r\n\r\nfull").on("web\n-1").to(ann).triggered();

        var mail = smtp.awaitMailsTo(ann, 1).get(0);

        assertThat(mail.headers("Bcc")).isEmpty();
        assertThat(mail.recipients()).containsExactly(ann);
        assertThat(mail.subject()).isEqualTo("[Tocsin] MAJOR: disk Bcc: eve@example.org full on web -1");
    }

    @Test
    void aRuleNameOfTenThousandCharactersIsCutAndEveryLineStaysShort() {
        var ann = Given.somebody();
        Given.alert("🔥x".repeat(5_000)).on("web-1".repeat(2_000)).saying("y".repeat(10_000)).to(ann).triggered();

        var mail = smtp.awaitMailsTo(ann, 1).get(0);

        assertThat(mail.subject()).hasSizeLessThan(250).contains("…");
        assertThat(mail.raw().lines().filter(line -> !line.startsWith("List-Unsubscribe:"))).allSatisfy(line -> assertThat(line
                .length()).isLessThanOrEqualTo(78));
        assertThat(mail.subject()).doesNotContain("\uFFFD", "?");
    }

    @Test
    void markupInTextsIsShownAndNotObeyed() {
        var ann = Given.somebody();
        Given.alert("<script>alert(1)</script>").on("a\" onclick=\"x").saying("<b>bold</b> & more").to(ann).triggered();

        var html = smtp.awaitMailsTo(ann, 1).get(0).html().orElseThrow();

        assertThat(html).doesNotContain("<script>", "<b>bold</b>")
                .contains("&lt;script&gt;", "&lt;b&gt;bold&lt;/b&gt; &amp; more");
    }

    @Test
    void anAddressThatIsNoneHarmsNoOther() {
        var ann = Given.somebody();
        Given.alert("disk full").on("web-1").to("no address", "eve@example.org\r\nBcc: x@example.org", "@", ann).triggered();

        var mail = smtp.awaitMailsTo(ann, 1).get(0);

        assertThat(mail.recipients()).containsExactly(ann);
    }
}
