package io.tocsin.e2e.stories;

import static io.tocsin.e2e.domain.ARule.aRule;
import static io.tocsin.e2e.domain.AnEvent.anEvent;
import static io.tocsin.e2e.domain.Names.address;
import static io.tocsin.e2e.domain.Names.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import io.tocsin.e2e.api.Story;
import io.tocsin.e2e.api.Tocsin;

@Story
class DiskFullStory {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String disk = unique("disk");
    private final String onCall = address(disk);

    @Test
    void anEventIsMailedToTheOnCallAndItsRecoveryInTheSameThread(Tocsin tocsin) {
        var rule = tocsin.rules().create(aRule(disk).matching("disk:" + disk + " status:error").telling(onCall));

        tocsin.events().post(anEvent("Disk full").saying("/var is at 99 %").tagged("disk:" + disk).keyed(disk).build());

        var trigger = tocsin.smtp().awaitMailsTo(onCall, 1).get(0);
        assertThat(trigger.subject()).contains(disk);
        assertThat(tocsin.alerts().ofRule(rule)).singleElement()
                .satisfies(alert -> assertThat(alert.state()).isEqualTo("trigger"));

        tocsin.events().post(anEvent("Disk fine").recovering().tagged("disk:" + disk).keyed(disk).build());

        var clear = tocsin.smtp().awaitMailsTo(onCall, 2).get(1);
        assertThat(clear.header("In-Reply-To")).contains(trigger.messageId());
        assertThat(clear.header("References").orElseThrow()).contains(trigger.messageId());
        assertThat(clear.messageId()).isNotEqualTo(trigger.messageId());
        assertThat(tocsin.alerts().ofRule(rule)).singleElement()
                .satisfies(alert -> assertThat(alert.state()).isEqualTo("clear"));
        assertThat(tocsin.smtp().mailsTo(onCall)).hasSize(2);
    }

    @Test
    void whoMadeTheRuleStandsInTheAuditLog(Tocsin tocsin) {
        tocsin.rules().create(aRule(disk));

        var entries = await().atMost(PATIENCE).until(() -> tocsin.auditLog().about(disk), found -> !found.isEmpty());

        assertThat(entries).singleElement().satisfies(entry -> {
            assertThat(entry).containsEntry("event", "Alert rule created.");
            assertThat(entry).containsEntry("user", "Local Admin (admin@tocsin.example)");
            assertThat(entry).containsEntry("ipAddress", "127.0.0.1");
            assertThat(entry).containsEntry("accountGroupName", "Default");
        });
    }
}
