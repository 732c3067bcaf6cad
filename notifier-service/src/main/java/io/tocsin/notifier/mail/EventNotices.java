package io.tocsin.notifier.mail;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.tocsin.model.message.AlertNotification;
import io.tocsin.model.message.EventNotification;

/**
 * Detected events go the way of alerts: an event is kept as an alert of a rule which there is not, with itself beside it. So deliveries
 * of both are searched, suppressed, resent and gathered into digests alike, and only the mail about a single one looks different.
 */
@ApplicationScoped
public class EventNotices {

    /** Stands where the alert type of a rule would. */
    static final String ALERT_TYPE = "event-detection";

    private static final String MEMBER = "event";

    private final Readers readers;
    private final ObjectMapper json;

    EventNotices(Readers readers, ObjectMapper json) {
        this.readers = readers;
        this.json = json;
    }

    /** Stands where a rule's id would; whoever unsubscribes does it from the events of this account group. */
    public static String ruleId(String accountGroup) {
        return ALERT_TYPE + "-" + accountGroup;
    }

    static boolean isOfEvent(AlertNotification notification) {
        return ALERT_TYPE.equals(notification.rule().alertType());
    }

    public AlertNotification alert(EventNotification event, List<String> recipients) {
        var accountGroup = event.scope().accountGroup();
        var rule = new AlertNotification.Rule(ruleId(accountGroup), text(event).title(), null, event.severity(), null,
                ALERT_TYPE);
        var isOver = EventText.isOver(event.kind());
        return new AlertNotification(event.id(), event.scope(), accountGroup,
                isOver ? AlertNotification.Kind.CLEARED : AlertNotification.Kind.TRIGGERED, event.eventId(), rule,
                event.startedAt(), isOver ? event.endedAt() : null, List.of(), recipients, null, List.of());
    }

    public String payload(AlertNotification alert, EventNotification event) {
        return json.<ObjectNode>valueToTree(alert).<ObjectNode>set(MEMBER, json.valueToTree(event)).toString();
    }

    /** Empty for an alert. */
    public Optional<EventNotification> event(AlertNotification alert, String payload) throws JsonProcessingException {
        return isOfEvent(alert)
                ? Optional.of(json.treeToValue(json.readTree(payload).get(MEMBER), EventNotification.class))
                : Optional.empty();
    }

    EventText text(EventNotification event) {
        var organization = event.scope().organization();
        return new EventText(event, readers.of(organization), readers.eventWords(organization));
    }
}
