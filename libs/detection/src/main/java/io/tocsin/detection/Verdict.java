package io.tocsin.detection;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.tocsin.detection.life.DetectedEvent;

/**
 * What there is to tell after some minutes were judged.
 *
 * @param changed events which are not as they were told before, or are new
 * @param withdrawn events which late results took back: with them they would not have been detected
 */
public record Verdict(List<DetectedEvent> changed, Set<UUID> withdrawn) {

    public Verdict {
        changed = List.copyOf(changed);
        withdrawn = Set.copyOf(withdrawn);
    }
}
