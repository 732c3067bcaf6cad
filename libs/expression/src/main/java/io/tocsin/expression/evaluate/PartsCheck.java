package io.tocsin.expression.evaluate;

import java.util.List;

import io.tocsin.expression.metric.PartMetric;
import io.tocsin.expression.metric.Sight;

/** Some selected part satisfies the condition, or, for an absence, none of them does. Where no part was measured nothing is known. */
record PartsCheck(PartMetric parts, PartSelection selection, Check inner) implements Check {

    @Override
    public boolean holds(Sight sight, Inquiry inquiry) {
        var mark = inquiry.mark();
        var selected = 0;
        var place = 0;
        for (var each : parts.parts(sight)) {
            var part = sight.of(each);
            if (selection.includes(part, place)) {
                selected++;
                nameIt(part, place, inquiry);
                if (inner.holds(part, inquiry)) {
                    return keptUnlessAbsenceIsWanted(inquiry, mark);
                }
                inquiry.forgetSince(mark);
            }
            place++;
        }
        return parts.absence() && selected > 0 && noneOf(selected, inquiry);
    }

    /** Readers are told which part it was, before they are told what is wrong with it. */
    private void nameIt(Sight part, int place, Inquiry inquiry) {
        inquiry.found(new Observation(parts.name(), parts.label(), null, parts.numberOf(part.part(), place)));
        if (parts.title() != null) {
            parts.title()
                    .value(part)
                    .ifPresent(value -> inquiry.found(Observation.of(parts.title(), value)));
        }
    }

    private boolean keptUnlessAbsenceIsWanted(Inquiry inquiry, int mark) {
        if (parts.absence()) {
            inquiry.forgetSince(mark);
        }
        return !parts.absence();
    }

    private boolean noneOf(int selected, Inquiry inquiry) {
        inquiry.found(new Observation(parts.name(), parts.label() + "s", null, List.of("none of " + selected)));
        return true;
    }
}
