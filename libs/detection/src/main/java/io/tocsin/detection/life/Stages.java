package io.tocsin.detection.life;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

import io.tocsin.detection.component.Component;
import io.tocsin.detection.diagnosis.Finding;

/** What an event has been about since it began: another component whenever it spread, shrank or turned out to be about another one. */
final class Stages {

    /** @param evidence for the component; of a part to which it shrank, that for the whole */
    record Stage(Component component, int from, Evidence evidence) {}

    private final List<Stage> stages = new ArrayList<>();

    Stages(Finding finding) {
        stages.add(new Stage(finding.component(), finding.since(), Evidence.of(finding)));
    }

    Stages(DataInput in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            stages.add(new Stage(Evidence.readComponent(in), in.readInt(), Evidence.read(in)));
        }
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(stages.size());
        for (var stage : stages) {
            Evidence.writeComponent(stage.component(), out);
            out.writeInt(stage.from());
            stage.evidence().write(out);
        }
    }

    Stage now() {
        return stages.get(stages.size() - 1);
    }

    int since() {
        return stages.get(0).from();
    }

    /** It began then already. */
    void beginBy(int minute) {
        var first = stages.get(0);
        stages.set(0, new Stage(first.component(), Math.min(minute, first.from()), first.evidence()));
    }

    /** What it was held to be about from this minute on was wrong. */
    void moveTo(Component component, int from, Evidence evidence) {
        var begin = Math.max(from, since());
        stages.removeIf(stage -> stage.from() >= begin);
        var goesOn = !stages.isEmpty() && now().component().equals(component);
        var since = goesOn ? stages.remove(stages.size() - 1).from() : begin;
        stages.add(new Stage(component, since, evidence));
    }

    /** The one of the component which it was about for the longest time, the last one of that: how a fault ends says little of it. */
    Stage longest(int until) {
        var minutes = new LinkedHashMap<Component, Integer>();
        var longest = now();
        for (int number = 0; number < stages.size(); number++) {
            var stage = stages.get(number);
            var end = number + 1 < stages.size() ? stages.get(number + 1).from() : until + 1;
            minutes.merge(stage.component(), end - stage.from(), Integer::sum);
        }
        for (var stage : stages) {
            longest = minutes.get(stage.component()) >= minutes.get(longest.component()) ? stage : longest;
        }
        return longest;
    }
}
