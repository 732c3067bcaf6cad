package io.tocsin.alerts.evaluation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * What would become of an alert.
 *
 * @param alert null for one which does not exist yet
 * @param start null for one which would go
 * @param end null while it would last, or where it is not known yet
 * @param sources names of those which ever violated in it, as far as they are looked at
 * @param muted whether a real-time suppression window would keep people from hearing of it
 * @param announcements what would be told, whether anybody wants to know or not
 */
public record AlertMove(Kind kind, UUID alert, Instant start, Instant end, List<String> sources, boolean muted,
        List<Announcement> announcements) {

    public enum Kind {
        OPENS, OPENS_AND_CLEARS, OPENS_AGAIN, CLEARS, CHANGES, GOES
    }

    public AlertMove {
        sources = List.copyOf(sources);
        announcements = List.copyOf(announcements);
    }

    static AlertMove of(Kind kind, UUID alert, Instant start, Instant end, Collection<String> sources,
            Announcement announcement) {
        return new AlertMove(kind, alert, start, end, sources.stream().sorted().toList(), false,
                announcement == null ? List.of() : List.of(announcement));
    }
}
