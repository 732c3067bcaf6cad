package io.tocsin.notifier.mail;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

import io.tocsin.model.message.AlertNotification;
import io.tocsin.model.message.AlertNotification.Kind;

/** Notifications told together, each alert once and as it stood last: what needs somebody first, what is over last. */
record Digest(List<AlertNotification> alerts) {

    private static final List<String> QUIETEST_FIRST = List.of("info", "unknown", "minor", "low", "major", "medium", "critical",
            "high");

    private static final Comparator<AlertNotification> MOST_URGENT_FIRST = Comparator
            .comparing((AlertNotification alert) -> alert.kind() == Kind.CLEARED)
            .thenComparing(alert -> -QUIETEST_FIRST.indexOf(alert.rule().severity()))
            .thenComparing(AlertNotification::startedAt);

    static Digest of(List<AlertNotification> notifications) {
        var latest = new LinkedHashMap<UUID, AlertNotification>();
        notifications.forEach(notification -> latest.put(notification.alertId(), notification));
        return new Digest(latest.values().stream().sorted(MOST_URGENT_FIRST).toList());
    }

    int open() {
        return alerts.size() - cleared();
    }

    int cleared() {
        return (int) alerts.stream().filter(alert -> alert.kind() == Kind.CLEARED).count();
    }

    AlertNotification mostUrgent() {
        return alerts.get(0);
    }
}
