package io.tocsin.alerts.explanation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import io.tocsin.alerts.evaluation.AlertMove;
import io.tocsin.alerts.evaluation.Announcement;
import io.tocsin.alerts.rule.RuleSettings;
import io.tocsin.model.message.AlertNotification.Kind;

/** Says what would become of alerts, and who would be told or why nobody. */
final class Outcomes {

    private static final String MUTED = "A real-time suppression window mutes it: nobody is told until the window ends";
    private static final String NO_RECIPIENTS = "the rule names no recipients (notifications.email.recipients) and no webhooks";
    private static final String NO_CLEARS = "the rule does not tell of clears (notifyOnClear)";

    private Outcomes() {}

    static Outcome of(AlertMove move, RuleSettings settings) {
        return new Outcome(what(move.kind()), move.alert() == null ? null : move.alert().toString(), seconds(move.start()),
                seconds(move.end()), move.sources().isEmpty() ? null : move.sources(), tells(move, settings),
                because(move, settings));
    }

    private static String what(AlertMove.Kind kind) {
        return switch (kind) {
            case OPENS -> "opens";
            case OPENS_AND_CLEARS -> "opens-and-clears";
            case OPENS_AGAIN -> "opens-again";
            case CLEARS -> "clears";
            case CHANGES -> "goes-on";
            case GOES -> "withdrawn";
        };
    }

    private static List<String> tells(AlertMove move, RuleSettings settings) {
        return move.announcements().stream().anyMatch(Announcement::isWanted) ? settings.recipients() : List.of();
    }

    private static String because(AlertMove move, RuleSettings settings) {
        return change(move.kind()) + ". " + telling(move, settings) + ".";
    }

    private static String change(AlertMove.Kind kind) {
        return switch (kind) {
            case OPENS -> "The global condition is met and no alert is open";
            case OPENS_AND_CLEARS -> "The global condition is met in a round, and in a later one no source violates any more";
            case OPENS_AGAIN -> "The alert was told to have cleared, and did not";
            case CLEARS -> "No source violates any more";
            case CHANGES -> "The open alert goes on with other sources or measurements";
            case GOES -> "Late results show that it never was, or that it is part of another";
        };
    }

    private static String telling(AlertMove move, RuleSettings settings) {
        if (move.muted() && move.announcements().isEmpty()) {
            return MUTED;
        }
        if (move.announcements().isEmpty()) {
            return "Sources which join or leave an alert are told to nobody";
        }
        if (!settings.tellsSomebody()) {
            return "Nobody is told: " + NO_RECIPIENTS;
        }
        var isClearOnly = move.announcements().stream().allMatch(announcement -> announcement.kind() == Kind.CLEARED);
        if (isClearOnly && !settings.tellsWhenClear()) {
            return "Nobody is told: " + NO_CLEARS;
        }
        return (settings.recipients().isEmpty()
                ? "The webhooks of the rule get a call"
                : "The recipients of the rule get a mail")
                + (move.announcements().size() > 1 && settings.tellsWhenClear() ? " of the trigger and one of the clear" : "");
    }

    private static Instant seconds(Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.SECONDS);
    }
}
