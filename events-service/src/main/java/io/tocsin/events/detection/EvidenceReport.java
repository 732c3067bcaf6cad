package io.tocsin.events.detection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tocsin.detection.component.Component;
import io.tocsin.detection.component.EventType;

/**
 * Why an event's component is held to be at fault; stored as JSON.
 *
 * @param logOdds how much likelier the rounds are with the fault than without, as a natural logarithm, in the minute that said so most
 *        clearly
 * @param threshold which it had to exceed
 * @param rejected other components, the most plausible first
 * @param phases what went wrong ({@code proxy}, {@code dns}, {@code network}, {@code unreachable}, {@code server}, {@code slow}) and
 *        in how many flows, as of the latest failing rounds
 * @param series the component's rounds minute by minute, from an hour before it was found to its end, a day at most
 */
@RegisterForReflection
public record EvidenceReport(double logOdds, double threshold, List<Rejected> rejected, Map<String, Integer> phases,
        List<Point> series) {

    public EvidenceReport {
        rejected = rejected == null ? List.of() : List.copyOf(rejected);
        phases = phases == null ? Map.of() : Map.copyOf(phases);
        series = series == null ? List.of() : List.copyOf(series);
    }

    /**
     * A component which explains the failures less well.
     *
     * @param type as in {@code EventType.word()}
     * @param worseBy how much less well, as a natural logarithm of odds
     */
    @RegisterForReflection
    public record Rejected(String type, String name, double worseBy) {

        /** Empty when another release knows its type. */
        public Optional<Component> component() {
            return Stream.of(EventType.values())
                    .filter(known -> known.word().equals(type))
                    .map(known -> new Component(known, name))
                    .findFirst();
        }
    }

    /**
     * The component in one minute.
     *
     * @param minute since 1970
     * @param rounds of its flows which began
     * @param failures of these
     * @param usual how many failures there would be without a fault
     */
    @RegisterForReflection
    public record Point(int minute, int rounds, int failures, double usual) {}
}
