package io.tocsin.alerts.result;

import java.util.List;
import java.util.Map;

import io.tocsin.alerts.evaluation.AlertMove;
import io.tocsin.alerts.round.GlobalCondition;
import io.tocsin.alerts.round.Round;
import io.tocsin.alerts.round.Standing;
import io.tocsin.alerts.round.TestLog;
import io.tocsin.alerts.suppression.Suppressions;
import io.tocsin.model.result.ResultLayer;

/**
 * How evaluation sees one test by one rule, with results that were asked about or without.
 *
 * @param judged the results which were asked about
 * @param moves what would become of alerts if these results came in
 */
public record Prospect(Subject subject, Attention attention, GlobalCondition condition, Known known, List<Judged> judged,
        List<AlertMove> moves, Suppressions suppressions) {

    /**
     * @param name null when nobody said it
     * @param target as alerts have it, empty for the whole test; @param targetName for people
     */
    public record Subject(String test, String name, ResultLayer layer, String target, String targetName) {}

    /**
     * @param rounds all which are kept, with the results which were asked about, in their order
     * @param names of sources, by id
     * @param noted whether anything was noted for the rule
     */
    public record Known(List<Round> rounds, Map<String, String> names, boolean noted) {

        static Known of(TestLog log, long rule) {
            return new Known(log.rounds(rule), log.names(), log.rules().containsKey(rule));
        }
    }

    /** How the global condition stands in the known round at this place. */
    public Standing standing(int place) {
        return condition.standing(GlobalCondition.last(known.rounds().subList(0, place + 1), GlobalCondition.LOOK_BACK));
    }
}
