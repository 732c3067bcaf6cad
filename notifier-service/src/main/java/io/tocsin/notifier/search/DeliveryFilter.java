package io.tocsin.notifier.search;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.tocsin.http.time.TimeRange;
import io.tocsin.model.Scope;
import io.tocsin.notifier.delivery.DeliveryState;

/**
 * Which deliveries are looked for.
 *
 * @param states words of {@link DeliveryState}; none for all
 * @param created when they were taken in
 */
public record DeliveryFilter(
        Scope scope,
        Optional<UUID> alertId,
        Optional<String> ruleId,
        Optional<String> recipient,
        Optional<String> channel,
        List<String> states,
        Optional<TimeRange> created) {

    public DeliveryFilter {
        states = List.copyOf(states);
        if (!DeliveryState.WORDS.containsAll(states)) {
            throw new IllegalArgumentException("not all of " + states + " are states");
        }
    }

    public DeliveryFilter in(List<String> otherStates) {
        return new DeliveryFilter(scope, alertId, ruleId, recipient, channel, otherStates, created);
    }

    public DeliveryFilter during(Optional<TimeRange> range) {
        return new DeliveryFilter(scope, alertId, ruleId, recipient, channel, states, range);
    }
}
