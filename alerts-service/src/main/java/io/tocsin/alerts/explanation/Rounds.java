package io.tocsin.alerts.explanation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.tocsin.alerts.explanation.RoundExplanation.Suppressed;
import io.tocsin.alerts.explanation.RoundExplanation.Window;
import io.tocsin.alerts.result.Judged;
import io.tocsin.alerts.result.Prospect;
import io.tocsin.alerts.round.Round;
import io.tocsin.alerts.suppression.Suppression;

/** Puts the rounds of a test into words. */
final class Rounds {

    private final Prospect test;
    private final String mode;
    private final String direction;

    /** @param mode and {@code direction} as the rule says them, null where it does not */
    Rounds(Prospect test, String mode, String direction) {
        this.test = test;
        this.mode = mode;
        this.direction = direction;
    }

    /** Those of the results which were asked about, the latest last. */
    List<RoundExplanation> asked() {
        var byRound = test.judged()
                .stream()
                .collect(Collectors.groupingBy(judged -> judged.result().roundId(), TreeMap::new, Collectors.toList()));
        var rounds = new ArrayList<RoundExplanation>();
        byRound.forEach((round, judged) -> rounds.add(explained(round, judged.stream().map(this::source).toList())));
        return rounds;
    }

    /** As many of the last ones as are known, the latest last. */
    List<RoundExplanation> last(int count) {
        var known = test.known().rounds();
        return known.subList(Math.max(0, known.size() - count), known.size())
                .stream()
                .map(round -> explained(round.id(), PastSources.of(round, known, test.known().names())))
                .toList();
    }

    private RoundExplanation explained(long round, List<SourceExplanation> sources) {
        return new RoundExplanation(round, Instant.ofEpochSecond(round), suppressed(Instant.ofEpochSecond(round)), sources,
                global(round));
    }

    private SourceExplanation source(Judged judged) {
        return JudgedSources.of(judged, direction);
    }

    private GlobalExplanation global(long id) {
        if (!test.attention().isPaid()) {
            return null;
        }
        var ids = test.known().rounds().stream().map(Round::id).toList();
        int place = ids.indexOf(id);
        return place < 0 ? null : GlobalExplanation.of(test.standing(place), mode);
    }

    private Suppressed suppressed(Instant round) {
        var windows = test.suppressions()
                .openAt(test.subject().test(), round)
                .stream()
                .map(window -> new Window(Long.toString(window.id()), window.settings().name()))
                .toList();
        return suppressed(test.suppressions().at(test.subject().test(), round), windows);
    }

    private static Suppressed suppressed(Suppression suppression, List<Window> windows) {
        return switch (suppression) {
            case NONE -> new Suppressed("none", windows, null);
            case SCHEDULED -> new Suppressed("scheduled", windows,
                    "the round is not evaluated: it opens, clears and counts nothing");
            case REAL_TIME -> new Suppressed("real-time", windows, "the round is evaluated, and nobody is told");
        };
    }
}
