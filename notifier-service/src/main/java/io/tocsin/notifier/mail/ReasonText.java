package io.tocsin.notifier.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.tocsin.model.message.EventNotification.Reason;
import io.tocsin.model.message.EventNotification.Rejected;
import io.tocsin.notifier.mail.EventText.Fact;

/** Says why a detected event is held to be one, line by line. */
final class ReasonText {

    private static final int LONGEST = 300;
    private static final String RAISED = "\u2070\u00B9\u00B2\u00B3\u2074\u2075\u2076\u2077\u2078\u2079";

    private ReasonText() {}

    static List<Fact> facts(Reason reason, EventWords words) {
        var facts = new ArrayList<Fact>();
        if (!reason.phases().isEmpty()) {
            facts.add(new Fact(words.wrongLabel(), reason.phases()
                    .stream()
                    .map(words::wrong)
                    .collect(Collectors.joining(", "))));
        }
        facts.add(new Fact(words.chanceLabel(), words.chance(times(reason.power()), times(reason.needed()))));
        if (!reason.rejected().isEmpty()) {
            facts.add(new Fact(words.rejectedLabel(),
                    reason.rejected().stream().map(other -> rejected(other, words)).collect(Collectors.joining("; "))));
        }
        return facts;
    }

    private static String rejected(Rejected other, EventWords words) {
        var kind = words.kind(other.type());
        var title = other.name() == null ? kind : words.title(kind, OneLine.of(other.name(), LONGEST));
        return other.power() < 1 ? words.hardlyLess(title) : words.less(title, times(other.power()));
    }

    /** Such as 10 with a raised 25. */
    private static String times(int power) {
        var raised = String.valueOf(Math.max(0, power))
                .chars()
                .mapToObj(digit -> RAISED.substring(digit - '0', digit - '0' + 1));
        return "10" + raised.collect(Collectors.joining());
    }
}
