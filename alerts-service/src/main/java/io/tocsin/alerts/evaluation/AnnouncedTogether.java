package io.tocsin.alerts.evaluation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import io.tocsin.model.message.AlertNotification.Kind;

/**
 * Announcements which make one notification: alerts of one rule which begin at the same time (wire/thousandeyes.md §4.5 (7)), as far
 * as they are found together.
 *
 * @param others of other alerts, triggers all of them; empty where the first one is alone
 */
record AnnouncedTogether(Announcement first, List<Announcement> others) {

    /** A mail which lists hundreds of alerts helps nobody: then there are several. */
    private static final int MOST = 50;

    private record Occasion(Object rule, Instant start) {}

    /** In their order, each with those that came after it. An alert which moves twice tells of each move by itself. */
    static List<AnnouncedTogether> of(List<Announcement> announcements) {
        var moves = announcements.stream().collect(Collectors.groupingBy(Announcement::alert, Collectors.counting()));
        var groups = new LinkedHashMap<Object, List<Announcement>>();
        announcements.forEach(announcement -> groups
                .computeIfAbsent(occasion(announcement, moves), any -> new ArrayList<>())
                .add(announcement));
        return groups.values().stream().map(AnnouncedTogether::parts).flatMap(Collection::stream).toList();
    }

    /** Equal for those which are told together, and for no others. */
    private static Object occasion(Announcement announcement, Map<UUID, Long> moves) {
        return announcement.kind() == Kind.TRIGGERED && moves.get(announcement.alert()) == 1
                ? new Occasion(announcement.rule().id(), announcement.start())
                : new Object();
    }

    private static List<AnnouncedTogether> parts(List<Announcement> group) {
        var parts = new ArrayList<AnnouncedTogether>();
        for (int from = 0; from < group.size(); from += MOST) {
            var part = group.subList(from, Math.min(group.size(), from + MOST));
            parts.add(new AnnouncedTogether(part.get(0), List.copyOf(part.subList(1, part.size()))));
        }
        return parts;
    }
}
