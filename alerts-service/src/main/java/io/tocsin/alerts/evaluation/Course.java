package io.tocsin.alerts.evaluation;

import java.util.List;
import java.util.Optional;

/**
 * How the number of one source goes from a moment on.
 *
 * @param number at that moment
 * @param violations in their order
 */
record Course(Moment from, int number, List<Violation> violations) {

    Course {
        violations = List.copyOf(violations);
    }

    /** The violation which is under way at this moment. */
    Optional<Violation> at(Moment moment) {
        return violations.stream()
                .filter(violation -> violation.span().contains(moment))
                .findFirst();
    }
}
