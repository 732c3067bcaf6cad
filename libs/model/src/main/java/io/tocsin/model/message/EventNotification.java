package io.tocsin.model.message;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.tocsin.model.Scope;

/**
 * From events-service to notifier-service: a detected event of this account group moved, and those who opted in there must be told. Only
 * of what is recent; a backfill is told to nobody. Its subject is the event's id, so that its end never overtakes its beginning.
 *
 * @param id names this notification for ever, also when it is sent again
 * @param eventId the same in all notifications of one event
 * @param version of the event, which rises with each change
 * @param type ThousandEyes' word: {@code target}, {@code network-pop}
 * @param typeName the same for people: {@code Server Issue}
 * @param component what is at fault, as people call it
 * @param severity {@code high}, {@code medium}, {@code low} or {@code unknown}
 * @param summary what is wrong, one sentence
 * @param cause what most likely is the reason, one sentence
 * @param startedAt the first failing round
 * @param endedAt the last failing round; null while it lasts
 * @param tests names of those affected in the account group, a few
 * @param agents the same of agents
 * @param reason why it is held to be one; null if that is not known
 * @param series failures minute by minute, the oldest first
 * @param mergedInto the event which stands for this one now; null but for {@link Kind#MERGED}
 */
public record EventNotification(
        UUID id,
        Scope scope,
        Kind kind,
        UUID eventId,
        int version,
        String type,
        String typeName,
        String component,
        String severity,
        String summary,
        String cause,
        Instant startedAt,
        Instant endedAt,
        Counts counts,
        List<String> tests,
        List<String> agents,
        Reason reason,
        List<Point> series,
        UUID mergedInto) {

    public static final String TYPE = "io.tocsin.event.notification.v1";

    public EventNotification {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(eventId, "eventId");
        Objects.requireNonNull(startedAt, "startedAt");
        tests = tests == null ? List.of() : List.copyOf(tests);
        agents = agents == null ? List.of() : List.copyOf(agents);
        series = series == null ? List.of() : List.copyOf(series);
    }

    /**
     * {@code CHANGED}: another component or severity. {@code MERGED}: another event stands for it now. {@code WITHDRAWN}: with results
     * that came late it would not have been detected.
     */
    public enum Kind {
        DETECTED, CHANGED, RESOLVED, MERGED, WITHDRAWN
    }

    /** How many there are. */
    public record Counts(Affected tests, Affected targets, Affected agents) {}

    /**
     * @param total in the organization
     * @param inAccountGroup of those, in the account group
     */
    public record Affected(int total, int inAccountGroup) {}

    /**
     * @param phases what went wrong ({@code proxy}, {@code dns}, {@code network}, {@code unreachable}, {@code server}, {@code slow}),
     *        the most frequent first
     * @param power of ten: so many times likelier are the rounds with a fault of the component than without
     * @param needed the same, of which it had to be more
     * @param rejected other components, the most plausible first, a few
     */
    public record Reason(List<String> phases, int power, int needed, List<Rejected> rejected) {

        public Reason {
            phases = phases == null ? List.of() : List.copyOf(phases);
            rejected = rejected == null ? List.of() : List.copyOf(rejected);
        }
    }

    /**
     * A component which explains the failures less well.
     *
     * @param type ThousandEyes' word
     * @param name as people call it; null where it may be another account group's
     * @param power of ten: so many times less likely is it
     */
    public record Rejected(String type, String name, int power) {}

    /**
     * What passes the component, in one minute.
     *
     * @param at when the minute began
     * @param rounds which began
     * @param failures of these
     * @param usual how many of these would fail without a fault
     */
    public record Point(Instant at, int rounds, int failures, double usual) {}

    public String subject() {
        return eventId.toString();
    }
}
