package io.tocsin.e2e.stories;

import static io.tocsin.e2e.domain.ARule.aRule;
import static io.tocsin.e2e.domain.Names.address;
import static io.tocsin.e2e.domain.Names.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import io.tocsin.e2e.api.Storm;
import io.tocsin.e2e.api.Story;
import io.tocsin.e2e.api.Tocsin;

@Story
class StormStory {

    private static final int EVENTS = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @Test
    void tenThousandEventsAtOnceAreStoredOrPutOffButNeverLost(Tocsin tocsin) {
        var storm = unique("storm");
        tocsin.rules().create(aRule(storm).matching("storm:" + storm).opensAt(1_000).telling(address(storm)).silentOnClear());

        var answers = Storm.of(EVENTS, tocsin.platform().url(), tocsin.platform().key(), "storm:" + storm);

        assertThat(answers).hasSize(EVENTS);
        assertThat(answers).allSatisfy(answer -> assertThat(answer.isAcceptedOrPutOff()).as(answer.toString()).isTrue());
        var accepted = answers.stream().filter(Storm.Answer::isAccepted).map(Storm.Answer::title).collect(Collectors.toSet());
        assertThat(accepted).isNotEmpty();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(tocsin.events().distinctTitlesTagged("storm:" + storm)).containsAll(accepted));
        assertThat(tocsin.events().titlesTagged("storm:" + storm)).allSatisfy((title, times) -> assertThat(times).isEqualTo(1));
        await().atMost(PATIENCE).until(() -> tocsin.smtp().mailsTo(address(storm)).size(), mails -> mails == 1);
    }
}
