package io.tocsin.e2e.stories;

import static io.tocsin.e2e.domain.Fires.onceEach;
import static io.tocsin.test.SmtpStage.CONTENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import io.tocsin.e2e.api.Story;
import io.tocsin.e2e.api.Tocsin;
import io.tocsin.e2e.domain.Fires;
import io.tocsin.local.service.Service;

/** Kill -9 of the notifier again and again, while a thousand notifications are on their way. */
@Story
class NotifierKilledStory {

    private static final int FIRES = 100;
    private static final int RECIPIENTS = 10;
    private static final int NOTIFICATIONS = FIRES * RECIPIENTS;
    private static final int MAILS_BETWEEN_KILLS = 150;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Test
    void noneIsLostAndCopiesShareTheirMessageId(Tocsin tocsin) {
        var fires = Fires.prepared(tocsin, FIRES, RECIPIENTS);
        tocsin.smtp().on(CONTENT).stall(Duration.ofMillis(20));
        var notifier = tocsin.platform().replicas(Service.NOTIFIER).get(0);

        var posting = CompletableFuture.runAsync(fires::lightAll);
        for (var told = MAILS_BETWEEN_KILLS; told < NOTIFICATIONS; told += MAILS_BETWEEN_KILLS) {
            var enough = told;
            await().atMost(PATIENCE).until(() -> fires.distinctlyMailed().size() >= enough);
            notifier.kill();
            tocsin.platform().restart(notifier);
        }
        posting.join();

        var all = onceEach(fires.people());
        await().atMost(PATIENCE).until(() -> fires.distinctlyMailed().size() == NOTIFICATIONS);
        assertThat(fires.distinctlyMailed()).isEqualTo(all);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(fires.told()).isEqualTo(all));
    }
}
