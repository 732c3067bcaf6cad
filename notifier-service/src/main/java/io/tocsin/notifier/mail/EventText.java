package io.tocsin.notifier.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

import io.tocsin.model.message.EventNotification;
import io.tocsin.model.message.EventNotification.Affected;
import io.tocsin.model.message.EventNotification.Kind;

/** Says what a detected event is, since when, whom it touches, and why; each text one line. */
record EventText(EventNotification event, Reader reader, EventWords words) {

    private static final int LONGEST = 300;

    /** A line of the small table. */
    public record Fact(String label, String value) {}

    /** Such as {@code Server Issue: www.example.com}. */
    String title() {
        return words.title(words.kind(event.type()), component());
    }

    String cause() {
        return switch (event.kind()) {
            case MERGED -> words.merged();
            case WITHDRAWN -> words.withdrawn();
            case DETECTED, CHANGED, RESOLVED -> words.cause(event.type(), component());
        };
    }

    String sentence() {
        var counts = event.counts();
        var tests = words.tests(counts.tests().total());
        var agents = words.agents(counts.agents().total());
        var targets = words.targets(counts.targets().total());
        if (!isOver() || event.endedAt() == null) {
            return words.affected(tests, agents, targets, reader.time(event.startedAt()));
        }
        var lasted = reader.duration(Duration.between(event.startedAt(), event.endedAt()));
        return words.over(reader.time(event.endedAt()), lasted, tests, agents, targets);
    }

    boolean isOver() { return isOver(event.kind()); }

    static boolean isOver(Kind kind) {
        return kind != Kind.DETECTED && kind != Kind.CHANGED;
    }

    Badge badge() {
        var severity = reader.severity(event.severity());
        return isOver()
                ? new Badge(over(), Tone.CLEARED.colour(), reader.words().was(severity))
                : new Badge(severity, Tone.of(event.severity()).colour(), "");
    }

    private String over() {
        return switch (event.kind()) {
            case MERGED -> words.joined();
            case WITHDRAWN -> words.takenBack();
            case DETECTED, CHANGED, RESOLVED -> words.resolved();
        };
    }

    List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(words.beganLabel(), reader.time(event.startedAt())));
        if (event.endedAt() != null) {
            facts.add(new Fact(words.endedLabel(), reader.time(event.endedAt())));
        }
        facts.add(new Fact(words.testsLabel(), counted(event.counts().tests(), event.tests())));
        facts.add(new Fact(words.agentsLabel(), counted(event.counts().agents(), event.agents())));
        facts.add(new Fact(words.targetsLabel(), counted(event.counts().targets(), List.of())));
        FailureSeries.of(this).ifPresent(series -> facts.add(new Fact(words.failedLabel(), series.sentence())));
        if (event.reason() != null) {
            facts.addAll(ReasonText.facts(event.reason(), words));
        }
        return facts;
    }

    private String counted(Affected affected, List<String> names) {
        var count = affected.total() == affected.inAccountGroup()
                ? String.valueOf(affected.total())
                : words.ofThem(affected.total(), affected.inAccountGroup());
        var listed = OneLine.of(String.join(", ", names), LONGEST);
        if (listed.isEmpty()) {
            return count;
        }
        return words.namely(count, names.size() < affected.inAccountGroup() ? words.andOthers(listed) : listed);
    }

    /** Without the day. */
    String clock(Instant time) {
        return DateTimeFormatter.ofPattern(words.clockPattern(), reader.language())
                .withZone(reader.times().getZone())
                .format(time);
    }

    String component() {
        return OneLine.of(event.component(), LONGEST);
    }
}
