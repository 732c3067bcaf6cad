package io.tocsin.alerts.round;

import java.util.ArrayList;
import java.util.List;

/** Goes through rounds in their order and tells which alerts they make. */
public final class Fold {

    private final GlobalCondition condition;
    private final List<Round> rounds;
    private final List<Occurrence> occurrences = new ArrayList<>();
    private Occurrence open;

    /** @param rounds in their order; the first ones may be there only to be looked back at */
    public Fold(GlobalCondition condition, List<Round> rounds) {
        this.condition = condition;
        this.rounds = rounds;
    }

    /**
     * @param openBefore the occurrence which lasted after the round {@code after}, null for none
     * @param after the last round which was gone through before
     * @param until the last one to go through
     * @return those which lasted or began in these rounds, in their order; none but the last is open
     */
    public List<Occurrence> run(Occurrence openBefore, long after, long until) {
        open = openBefore;
        occurrences.clear();
        for (int index = 0; index < rounds.size(); index++) {
            long round = rounds.get(index).id();
            if (round > after && round <= until) {
                step(index);
            }
        }
        if (open != null) {
            occurrences.add(open);
        }
        return List.copyOf(occurrences);
    }

    private void step(int index) {
        var lately = GlobalCondition.last(rounds.subList(0, index + 1), GlobalCondition.LOOK_BACK);
        if (open != null) {
            follow(lately);
        } else if (condition.isCompletedBy(lately)) {
            open = Beginning.of(lately, condition.outOf());
        }
    }

    private void follow(List<Round> lately) {
        var patient = GlobalCondition.last(lately, condition.patience());
        open = open.after(lately.get(lately.size() - 1), patient.size() < condition.patience()
                ? Long.MIN_VALUE
                : patient.get(0).id());
        if (!open.lasts()) {
            occurrences.add(open);
            open = null;
        }
    }
}
