package io.tocsin.notifier.unsubscribe;

import java.util.Optional;
import java.util.UUID;

import io.tocsin.model.AccountGroup;

/**
 * What the holder of a link may unsubscribe from.
 *
 * @param ruleId null when the mail was of no rule
 * @param reach what one click means
 */
public record Offer(
        UUID delivery,
        String organization,
        AccountGroup accountGroup,
        String recipient,
        String ruleId,
        String ruleName,
        Reach reach) {

    /** The rule which this concerns, empty for everything. */
    public Optional<String> rule(Reach wanted) {
        return wanted == Reach.RULE ? Optional.ofNullable(ruleId) : Optional.empty();
    }
}
