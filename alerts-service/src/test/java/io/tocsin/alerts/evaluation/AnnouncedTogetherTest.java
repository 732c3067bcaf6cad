package io.tocsin.alerts.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.tocsin.alerts.rule.Rule;
import io.tocsin.alerts.rule.RuleSettings;
import io.tocsin.model.Scope;

/** Alerts starting together are grouped into one mail, wire/thousandeyes.md §4.5 (7). */
class AnnouncedTogetherTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void alertsOfOneRuleWhichBeginAtTheSameTimeAreTogether() {
        var first = triggered(1, NOON);
        var second = triggered(1, NOON);

        assertThat(AnnouncedTogether.of(List.of(first, second))).containsExactly(new AnnouncedTogether(first, List.of(second)));
    }

    @Test
    void anotherRuleOrAnotherTimeIsAnotherMail() {
        var announcements = List.of(triggered(1, NOON), triggered(2, NOON), triggered(1, NOON.plusSeconds(60)));

        assertThat(AnnouncedTogether.of(announcements)).extracting(AnnouncedTogether::first).isEqualTo(announcements);
    }

    @Test
    void clearsAreToldOneByOneAndAfterTheirTriggers() {
        var trigger = triggered(1, NOON);
        var clear = Announcement.cleared(trigger.rule(), trigger.alert(), NOON, NOON.plusSeconds(60), null);
        var other = triggered(1, NOON);

        assertThat(AnnouncedTogether.of(List.of(trigger, clear, other))).extracting(AnnouncedTogether::first)
                .containsExactly(trigger, clear, other);
    }

    @Test
    void soManyThatNobodyWouldReadThemAreSeveralMails() {
        var storm = IntStream.range(0, 120).mapToObj(any -> triggered(1, NOON)).toList();

        assertThat(AnnouncedTogether.of(storm)).extracting(together -> together.others().size()).containsExactly(49, 49, 19);
    }

    private static Announcement triggered(long rule, Instant start) {
        var settings = new RuleSettings("r", "((loss >= 10%))", "end-to-end-server", 1, 1, null, null, null, null, null, null,
                null,
                null, null, null, null, null, null, null, null, null);
        return Announcement.triggered(new Rule(rule, new Scope("acme", "11"), "Network", settings), UUID.randomUUID(), start,
                null);
    }
}
