package io.tocsin.alerts.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.tocsin.model.message.AlertNotification.Integration;
import io.tocsin.model.message.AlertNotification.Integration.Type;

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

    @Test
    void webhooksAreToldOnceEach() {
        var id = "1f0c6a50-7c1f-4f6b-9f7e-6f4d3b2a1c00";
        var settings = settings(new RuleNotifications(null, null,
                List.of(new RuleNotifications.Webhook(id, null), new RuleNotifications.Webhook(id.toUpperCase(), "WEBHOOK")),
                List.of(new RuleNotifications.CustomWebhook(id, null))));

        assertThat(settings.integrations())
                .containsExactly(new Integration(id, Type.WEBHOOK), new Integration(id, Type.CUSTOM_WEBHOOK));
        assertThat(settings.tellsSomebody()).isTrue();
    }

    private static RuleSettings settings(RuleNotifications notifications) {
        return new RuleSettings("r", "e", "event", 1, 1, null, null, null, null, null, null, null, null, null, null, null, null,
                null,
                null, notifications, null);
    }
}
