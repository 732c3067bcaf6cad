package io.tocsin.alerts.suppression;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The enabled windows of one account group at the moment they were read. */
public final class Suppressions {

    private final List<Enabled> windows;

    Suppressions(List<SuppressionWindow> windows) {
        this.windows = windows.stream()
                .filter(window -> window.settings().isEnabled())
                .map(window -> new Enabled(window, window.settings().recurrence()))
                .toList();
    }

    /** Where windows of both kinds are open the scheduled one counts: what is not evaluated cannot be muted. */
    public Suppression at(String testId, Instant instant) {
        var open = openAt(testId, instant);
        if (open.isEmpty()) {
            return Suppression.NONE;
        }
        return open.stream().allMatch(window -> window.settings().isRealTime()) ? Suppression.REAL_TIME : Suppression.SCHEDULED;
    }

    /** Those which make it so. */
    public List<SuppressionWindow> openAt(String testId, Instant instant) {
        return of(testId)
                .filter(enabled -> enabled.recurrence().isOpenAt(instant))
                .map(Enabled::window)
                .toList();
    }

    /** The first instant after this one when a window of the test opens or closes; empty when none ever will. */
    public Optional<Instant> changesAfter(String testId, Instant instant) {
        return of(testId)
                .flatMap(window -> window.recurrence().changesAfter(instant).stream())
                .min(Comparator.naturalOrder());
    }

    private Stream<Enabled> of(String testId) {
        return windows.stream()
                .filter(enabled -> enabled.window().settings().testIds().contains(testId));
    }

    private record Enabled(SuppressionWindow window, Recurrence recurrence) {}
}
