package io.tocsin.detection;

import java.util.List;

/**
 * What there is to tell after some minutes were judged, perhaps again.
 *
 * @param since the first of these minutes: events which were over before it are as they were, and not in here
 * @param findings all others, as they are now. Of an event that is not over, or was over later, and is not here, late results took back
 *        everything: with them it would not have been detected.
 */
public record Verdict(int since, List<Found> findings) {

    public Verdict {
        findings = List.copyOf(findings);
    }
}
