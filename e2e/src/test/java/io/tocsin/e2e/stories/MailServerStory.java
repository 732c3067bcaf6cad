package io.tocsin.e2e.stories;

import static io.tocsin.e2e.domain.ARule.aRule;
import static io.tocsin.e2e.domain.AnEvent.anEvent;
import static io.tocsin.e2e.domain.Names.address;
import static io.tocsin.e2e.domain.Names.unique;
import static io.tocsin.test.SmtpStage.CONTENT;
import static io.tocsin.test.SmtpStage.RCPT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.tocsin.e2e.api.Story;
import io.tocsin.e2e.api.Tocsin;

/** What mail servers do on bad days. */
@Story
class MailServerStory {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String fire = unique("fire");
    private final String onCall = address(fire);

    @Test
    void aMailServerThatSaysLaterGetsTheMailLater(Tocsin tocsin) {
        tocsin.smtp().on(RCPT).to(onCall).times(2).answer(451, "4.7.1 Greylisted, come back later");
        tocsin.rules().create(aRule(fire).matching("fire:" + fire).telling(onCall));

        tocsin.events().post(anEvent(fire).tagged("fire:" + fire).build());

        assertThat(tocsin.smtp().awaitMailsTo(onCall, 1)).hasSize(1);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(delivery(tocsin, onCall)).containsEntry("state", "delivered")
                        .containsEntry("attemptCount", 3));
    }

    @Test
    void aRecipientThatDoesNotExistHarmsNoOther(Tocsin tocsin) {
        var gone = address(fire + "-gone");
        tocsin.smtp().on(RCPT).to(gone).answer(550, "5.1.1 No such user here");
        tocsin.rules().create(aRule(fire).matching("fire:" + fire).telling(gone, onCall));

        tocsin.events().post(anEvent(fire).tagged("fire:" + fire).build());

        assertThat(tocsin.smtp().awaitMailsTo(onCall, 1)).hasSize(1);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(delivery(tocsin, gone)).containsEntry("state", "refused")
                        .containsEntry("attemptCount", 1));
        assertThat(delivery(tocsin, gone).toString()).contains("No such user here");
    }

    @Test
    void aMailServerThatHangsUpIsAskedAgain(Tocsin tocsin) {
        tocsin.smtp().on(CONTENT).to(onCall).once().hangUp();
        tocsin.rules().create(aRule(fire).matching("fire:" + fire).telling(onCall));

        tocsin.events().post(anEvent(fire).tagged("fire:" + fire).build());

        assertThat(tocsin.smtp().awaitMailsTo(onCall, 1)).hasSize(1);
    }

    private static Map<String, Object> delivery(Tocsin tocsin, String recipient) {
        var found = tocsin.deliveries().to(recipient);
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
