package io.tocsin.alerts.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Lets the alerts of locked rules follow what changed in their matches, and announces those which opened or cleared. */
@ApplicationScoped
class AlertRound {

    private final CountingStore counting;
    private final AlertStore alerts;
    private final AlertFormer former;
    private final AlertWriter writer;
    private final Announcer announcer;

    AlertRound(CountingStore counting, AlertStore alerts, AlertFormer former, AlertWriter writer, Announcer announcer) {
        this.counting = counting;
        this.alerts = alerts;
        this.former = former;
        this.writer = writer;
        this.announcer = announcer;
    }

    /** @param from each source of which something changed, and since when */
    Uni<Void> follow(SqlConnection transaction, Map<SourceOfRule, Moment> from, Batch batch) {
        if (from.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return matches(transaction, from, batch)
                .map(matches -> courses(from, matches, batch))
                .chain(courses -> alerts.load(transaction, from).map(known -> former.form(courses, known, batch)))
                .call(formed -> writer.write(transaction, formed))
                .chain(formed -> announcer.announce(transaction, announcements(formed, batch)));
    }

    private Uni<Map<SourceOfRule, List<Match>>> matches(
            SqlConnection transaction, Map<SourceOfRule, Moment> from, Batch batch) {
        var ofEvents = new HashMap<SourceOfRule, Moment>();
        var ofValues = new HashMap<SourceOfRule, Moment>();
        from.forEach((source, moment) -> (batch.rule(source.rule()).countsValues() ? ofValues : ofEvents).put(source, moment));
        var all = new HashMap<SourceOfRule, List<Match>>();
        return counting.events(transaction, ofEvents, batch.enough(ofEvents.keySet()))
                .invoke(all::putAll)
                .chain(() -> counting.values(transaction, ofValues, batch.enough(ofValues.keySet())))
                .invoke(all::putAll)
                .replaceWith(all);
    }

    private static Map<SourceOfRule, Course> courses(
            Map<SourceOfRule, Moment> from, Map<SourceOfRule, List<Match>> matches, Batch batch) {
        var courses = new HashMap<SourceOfRule, Course>();
        from.forEach((source, moment) -> courses.put(source, CourseFinder.find(
                batch.rule(source.rule()).expression().threshold(), matches.getOrDefault(source, List.of()), moment)));
        return courses;
    }

    private static List<Announcement> announcements(List<AlertOfRule> formed, Batch batch) {
        return formed.stream()
                .flatMap(alert -> Stream.concat(triggered(alert, batch), cleared(alert, batch)))
                .toList();
    }

    private static Stream<Announcement> triggered(AlertOfRule alert, Batch batch) {
        var start = alert.draft().span().start();
        return alert.draft().isNew()
                ? Stream.of(Announcement.triggered(alert.rule().rule(), alert.draft().id(), start.at(), batch.causeOf(start)))
                : Stream.empty();
    }

    private static Stream<Announcement> cleared(AlertOfRule alert, Batch batch) {
        var span = alert.draft().span();
        return alert.draft().hasCleared()
                ? Stream.of(Announcement.cleared(alert.rule().rule(), alert.draft().id(), span.start().at(), span.end().at(),
                        batch.causeOf(span.end())))
                : Stream.empty();
    }
}
