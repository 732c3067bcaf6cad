package io.tocsin.notifier.email;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;
import io.tocsin.model.message.AlertNotification;
import io.tocsin.notifier.delivery.Claimed;
import io.tocsin.notifier.mail.EventNotices;
import io.tocsin.notifier.mail.Letter;
import io.tocsin.notifier.mail.Subjects;
import io.tocsin.notifier.mail.Unsendable;
import io.tocsin.notifier.storm.Storm;

/** What the mail of a delivery says: its own notification, or all of those which it leads. */
@ApplicationScoped
class Letters {

    private final DigestStore store;
    private final Subjects subjects;
    private final EventNotices events;
    private final Storm storm;
    private final ObjectMapper json;

    Letters(DigestStore store, Subjects subjects, EventNotices events, Storm storm, ObjectMapper json) {
        this.store = store;
        this.subjects = subjects;
        this.events = events;
        this.storm = storm;
        this.json = json;
    }

    Uni<Content> contentOf(Claimed delivery) {
        return delivery.led() == 0 ? Uni.createFrom().item(alone(delivery)) : store.ledBy(delivery.id());
    }

    /** Fails with {@link Unsendable} when the notification cannot be read. */
    Letter letter(Claimed delivery, Content content) throws Unsendable {
        var notifications = read(content.payloads());
        return notifications.size() == 1
                ? single(delivery, notifications, content.payloads().get(0))
                : several(delivery, content, notifications);
    }

    private static Content alone(Claimed delivery) {
        return new Content(List.of(delivery.payload()), false, delivery.createdAt(), delivery.createdAt());
    }

    private Letter single(Claimed delivery, List<AlertNotification> notifications, String payload) throws Unsendable {
        var letter = new Letter(notifications, null, delivery.id(), delivery.recipient(), delivery.subject(),
                delivery.messageId(), delivery.inReplyTo(), delivery.createdAt());
        try {
            return events.event(notifications.get(0), payload).map(letter::about).orElse(letter);
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    /** It begins a thread of its own, in which its alerts clear. */
    private Letter several(Claimed delivery, Content content, List<AlertNotification> notifications) {
        var takeover = content.held()
                ? new Letter.Takeover(notifications.size(), content.first(), storm.calm(), storm.window(),
                        storm.calmAfter(content.last()))
                : null;
        return new Letter(notifications, takeover, delivery.id(), delivery.recipient(), subjects.of(notifications, takeover),
                delivery.messageId(), null, content.last());
    }

    private List<AlertNotification> read(List<String> payloads) throws Unsendable {
        try {
            var notifications = new ArrayList<AlertNotification>(payloads.size());
            for (String payload : payloads) {
                notifications.add(json.readValue(payload, AlertNotification.class));
            }
            return notifications;
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    private static Unsendable unreadable(JsonProcessingException e) {
        return new Unsendable("the notification cannot be read: " + e.getOriginalMessage());
    }
}
