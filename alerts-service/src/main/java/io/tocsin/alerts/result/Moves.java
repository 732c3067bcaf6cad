package io.tocsin.alerts.result;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import io.tocsin.alerts.evaluation.AlertMove;
import io.tocsin.alerts.evaluation.AlertMove.Kind;
import io.tocsin.alerts.evaluation.Announcement;
import io.tocsin.alerts.rule.Rule;

/** What evaluation would do to alerts, told instead of done. */
final class Moves {

    private Moves() {}

    static Stream<AlertMove> of(Changes changes) {
        return Stream.concat(
                changes.withdrawn().stream().map(gone -> of(gone, changes.finding().rule().rule())),
                changes.alerts().stream().map(Moves::of));
    }

    private static AlertMove of(Stored gone, Rule rule) {
        var start = Instant.ofEpochSecond(gone.start());
        var told = gone.isOpen()
                ? List.of(Announcement.cleared(rule, gone.id(), start, start, null))
                : List.<Announcement>of();
        return new AlertMove(Kind.GOES, gone.id(), null, null, List.of(), false, told);
    }

    private static AlertMove of(AlertChange change) {
        var now = change.now();
        return new AlertMove(kind(change), change.isNew() ? null : change.id(), Instant.ofEpochSecond(now.start()),
                now.lasts() ? null : Instant.ofEpochSecond(now.end()),
                now.parts().keySet().stream().map(change.finding()::name).sorted().toList(), change.isMuted(),
                ResultAlerts.moves(change).toList());
    }

    private static Kind kind(AlertChange change) {
        if (change.isNew()) {
            return change.now().lasts() ? Kind.OPENS : Kind.OPENS_AND_CLEARS;
        }
        if (change.hasTriggered()) {
            return Kind.OPENS_AGAIN;
        }
        return change.hasCleared() ? Kind.CLEARS : Kind.CHANGES;
    }
}
