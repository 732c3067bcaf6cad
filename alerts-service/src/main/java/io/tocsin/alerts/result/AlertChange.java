package io.tocsin.alerts.result;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import io.tocsin.alerts.round.Occurrence;
import io.tocsin.alerts.round.Part;

/**
 * What a batch makes of one alert.
 *
 * @param before null for a new one
 */
record AlertChange(Finding finding, UUID id, Stored before, Occurrence now) {

    /** One of its sources. */
    record Source(AlertChange alert, String id, Part part) {

        String name() {
            return alert.finding().name(id);
        }
    }

    boolean isNew() { return before == null; }

    boolean spansOtherwise() {
        return before != null && !before.spans(now);
    }

    /** Also when it had cleared, and a late result shows that it lasts: whoever was told of the clear must know. */
    boolean hasTriggered() {
        return before == null || !before.isOpen() && now.lasts();
    }

    boolean hasCleared() {
        return !now.lasts() && (before == null || before.isOpen());
    }

    /** Whether a suppression window keeps people from hearing of it. */
    boolean isMuted() {
        return before != null && before.suppressed() || finding.batch().isMuted(now.lasts() ? now.start() : now.end());
    }

    /** A late result gave it another beginning, and with it other sources. */
    boolean isRecast() {
        return before != null && known() == null;
    }

    Stream<Source> changedSources() {
        var known = before == null || known() == null ? Map.<String, Part>of() : known().parts();
        return now.parts()
                .entrySet()
                .stream()
                .filter(part -> !Objects.equals(known.get(part.getKey()), part.getValue()))
                .map(part -> new Source(this, part.getKey(), part.getValue()));
    }

    private Occurrence known() {
        return finding.before()
                .stream()
                .filter(occurrence -> occurrence.start() == now.start() && before.start() == now.start())
                .findFirst()
                .orElse(null);
    }
}
