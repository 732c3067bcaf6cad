package io.tocsin.alerts.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class RuleNoteTest {

    @Test
    void aRuleWithRecipientsAndWithoutAMessageHasNoNote() {
        var settings = settings(new RuleNotifications(new RuleNotifications.Email(List.of("ann@example.com"), null), null, null,
                null));

        assertThat(settings.note()).isNull();
        assertThat(settings.recipients()).containsExactly("ann@example.com");
    }

    @Test
    void aMessageIsTheNote() {
        var settings = settings(new RuleNotifications(new RuleNotifications.Email(List.of(), "look"), null, null, null));

        assertThat(settings.note()).isEqualTo("look");
    }

    private static RuleSettings settings(RuleNotifications notifications) {
        return new RuleSettings("r", "e", "event", 1, 1, null, null, null, null, null, null, null, null, null, null, null, null,
                null,
                null, notifications, null);
    }
}
