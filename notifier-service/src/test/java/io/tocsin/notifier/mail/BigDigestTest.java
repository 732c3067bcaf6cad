package io.tocsin.notifier.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;
import jakarta.mail.Multipart;
import jakarta.mail.Session;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.model.Scope;
import io.tocsin.model.message.AlertNotification;
import io.tocsin.model.message.AlertNotification.Kind;
import io.tocsin.model.message.AlertNotification.Rule;
import io.tocsin.model.message.AlertNotification.Source;
import io.tocsin.test.PostgresResource;

/** What a storm makes of a mail. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class BigDigestTest {

    private static final int GMAIL_CUTS_AT = 102_000;
    private static final Instant BEGAN = Instant.parse("2026-11-22T06:56:12Z");

    @Inject
    AlertMails mails;

    @Test
    void twoHundredAlertsAreEachNamedInAMailThatNoProgramCutsOff() throws Exception {
        var alerts = IntStream.range(0, 200).mapToObj(i -> alert("rule number " + i + ".", Kind.TRIGGERED)).toList();

        var html = html(alerts);

        assertThat(alerts).allSatisfy(alert -> assertThat(html).contains(alert.rule().name(), alert.alertId().toString()));
        assertThat(html.length()).isLessThan(GMAIL_CUTS_AT);
    }

    @Test
    void moreThanThatAreCounted() throws Exception {
        var alerts = IntStream.range(0, 203).mapToObj(i -> alert("rule", Kind.TRIGGERED)).toList();

        assertThat(html(alerts)).contains("203 alerts in Web", "and 3 more", "/v7/alerts?aid=12");
    }

    @Test
    void anAlertThatOpenedAndClearedMeanwhileIsToldOnceAsItStoodLast() throws Exception {
        var opened = alert("rule", Kind.TRIGGERED);
        var cleared = new AlertNotification(UUID.randomUUID(), opened.scope(), "Web", Kind.CLEARED, opened.alertId(),
                opened.rule(), BEGAN, BEGAN.plusSeconds(60), opened.sources(), opened.recipients(), null, List.of());

        var html = html(List.of(opened, alert("another", Kind.TRIGGERED), cleared));

        assertThat(html).contains("2 alerts in Web", "1 open, 1 cleared.", "CLEARED", "open for 1\u00A0min");
        assertThat(html.indexOf("another")).isLessThan(html.indexOf("CLEARED"));
    }

    private String html(List<AlertNotification> alerts) throws Exception {
        var letter = new Letter(alerts, null, UUID.randomUUID(), "ann@example.org", "[Tocsin] a digest", "<1@tocsin.example>",
                null, BEGAN);
        var mail = mails.write(letter, Session.getInstance(new Properties()));
        return ((Multipart) mail.getContent()).getBodyPart(1).getContent().toString();
    }

    private static AlertNotification alert(String rule, Kind kind) {
        return new AlertNotification(UUID.randomUUID(), new Scope("acme", "12"), "Web", kind, UUID.randomUUID(),
                new Rule("7", rule, "...", "major", null), BEGAN, null,
                List.of(new Source("web-1.fra.example.net", BEGAN, "3 events in 5 min", null, null)), List.of(
                        "ann@example.org"),
                null, List.of());
    }
}
