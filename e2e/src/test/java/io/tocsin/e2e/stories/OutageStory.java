package io.tocsin.e2e.stories;

import static io.tocsin.e2e.domain.ARound.aRound;
import static io.tocsin.e2e.domain.ARule.aTestRule;
import static io.tocsin.e2e.domain.Names.address;
import static io.tocsin.e2e.domain.Names.unique;
import static io.tocsin.e2e.domain.Names.uniqueId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.tocsin.e2e.api.AlertFacts;
import io.tocsin.e2e.api.Alerts.Alert;
import io.tocsin.e2e.api.Story;
import io.tocsin.e2e.api.Tocsin;

/** Five agents look at a shop; what they measure arrives by OTLP. */
@Story
class OutageStory {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> ALL = List.of("1", "2", "3", "4", "5");

    private final String shop = uniqueId();
    private final String onCall = address(shop);
    private final Instant firstRound = Instant.now().truncatedTo(ChronoUnit.MINUTES).minus(10, ChronoUnit.MINUTES);

    @Test
    void anOutageIsAlertedInEveryFormAndMailedAndItsEndToo(Tocsin tocsin) {
        var rule = tocsin.rules().create(aTestRule(shop).watching(shop).in(2, 2, 3).telling(onCall));

        round(tocsin, 1, List.of());
        round(tocsin, 2, List.of("1", "2", "3"));
        round(tocsin, 3, List.of("1", "2", "3", "4"));

        var trigger = tocsin.smtp().awaitMailsTo(onCall, 1).get(0);
        var alert = onlyAlert(tocsin, rule);
        assertThat(tocsin.alertForms().v7(alert.id())).isEqualTo(new AlertFacts(rule, shop, true, "major", minute(3), null, 4,
                false, 1, Map.of("Agent 1", "Loss: 60%", "Agent 2", "Loss: 60%", "Agent 3", "Loss: 60%", "Agent 4",
                        "Loss: 60%")));
        assertThatAllFormsSayTheSame(tocsin, alert);
        assertThat(trigger.subject()).contains(shop).contains("and 3 more");

        round(tocsin, 4, List.of("4"));
        round(tocsin, 5, List.of());

        var clear = tocsin.smtp().awaitMailsTo(onCall, 2).get(1);
        var cleared = tocsin.alertForms().v7(alert.id());
        assertThat(cleared.active()).isFalse();
        assertThat(cleared.end()).isEqualTo(minute(5));
        assertThat(cleared.violating()).isZero();
        assertThatAllFormsSayTheSame(tocsin, alert);
        assertThat(clear.header("References").orElseThrow()).contains(trigger.messageId());
        assertThat(onlyAlert(tocsin, rule).state()).isEqualTo("clear");
    }

    @Test
    void aRealTimeWindowKeepsAnOutageQuietUntilItEnds(Tocsin tocsin) {
        var rule = tocsin.rules().create(aTestRule(shop).watching(shop).in(2, 2, 3).telling(onCall));
        var window = tocsin.windows().open("real-time", shop);

        round(tocsin, 1, ALL);
        round(tocsin, 2, ALL);

        var muted = awaitAlert(tocsin, rule);
        assertThat(tocsin.alertForms().v7(muted.id())).satisfies(facts -> {
            assertThat(facts.suppressed()).isTrue();
            assertThat(facts.version()).isEqualTo(1);
        });
        assertThatAllFormsSayTheSame(tocsin, muted);
        assertThat(tocsin.deliveries().to(onCall)).isEmpty();

        tocsin.windows().delete(window);

        tocsin.smtp().awaitMailsTo(onCall, 1);
        assertThat(tocsin.alertForms().v7(muted.id())).satisfies(facts -> {
            assertThat(facts.suppressed()).isFalse();
            assertThat(facts.version()).isEqualTo(2);
        });
        assertThatAllFormsSayTheSame(tocsin, muted);

        round(tocsin, 3, List.of());

        tocsin.smtp().awaitMailsTo(onCall, 2);
        assertThat(onlyAlert(tocsin, rule).state()).isEqualTo("clear");
        assertThat(tocsin.deliveries().to(onCall)).hasSize(2);
    }

    @Test
    void roundsInAScheduledWindowDoNotCount(Tocsin tocsin) {
        var other = unique("shop");
        var rule = tocsin.rules().create(aTestRule(shop).watching(shop, other).in(2, 2, 3).telling(onCall));
        tocsin.windows().open("scheduled", shop);

        round(tocsin, 1, ALL);
        round(tocsin, 2, ALL);
        for (var minute : List.of(1, 2)) {
            tocsin.results().send(aRound(other, at(minute)).losing(60, ALL).metrics());
        }

        tocsin.smtp().awaitMailsTo(onCall, 1);
        assertThat(tocsin.alertForms().v7(onlyAlert(tocsin, rule).id()).test()).isEqualTo(other);
    }

    /** All five agents report; these lost 60 % of all packets. */
    private void round(Tocsin tocsin, int minute, List<String> losing) {
        var well = ALL.stream().filter(agent -> !losing.contains(agent)).toList();
        tocsin.results().send(aRound(shop, at(minute)).losing(60, losing).losing(0, well).metrics());
    }

    private Instant at(int minute) {
        return firstRound.plus(minute, ChronoUnit.MINUTES);
    }

    private String minute(int minute) {
        return at(minute).toString().replace('T', ' ').replace("Z", "");
    }

    private static Alert awaitAlert(Tocsin tocsin, String rule) {
        await().atMost(PATIENCE).until(() -> !tocsin.alerts().ofRule(rule).isEmpty());
        return onlyAlert(tocsin, rule);
    }

    private static Alert onlyAlert(Tocsin tocsin, String rule) {
        var alerts = tocsin.alerts().ofRule(rule);
        assertThat(alerts).hasSize(1);
        return alerts.get(0);
    }

    private static void assertThatAllFormsSayTheSame(Tocsin tocsin, Alert alert) {
        var facts = tocsin.alertForms().v7(alert.id());
        assertThat(tocsin.alertForms().v6Json(alert.id())).isEqualTo(facts);
        assertThat(tocsin.alertForms().v6Xml(alert.id())).isEqualTo(facts);
    }
}
