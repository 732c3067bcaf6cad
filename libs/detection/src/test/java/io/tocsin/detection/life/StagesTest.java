package io.tocsin.detection.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.tocsin.detection.component.Component;
import io.tocsin.detection.component.EventType;
import io.tocsin.detection.diagnosis.Finding;

class StagesTest {

    private static final Component PREFIX = new Component(EventType.TARGET_NETWORK, "198.51.100.0/24");
    private static final Component SERVER = new Component(EventType.TARGET, "www.example.com");

    private final Stages stages = new Stages(found(PREFIX, 100, 20));

    @Test
    void whatShrinksForLessTimeThanItWasWholeIsNamedAfterTheWhole() {
        stages.moveTo(SERVER, 130, stages.now().evidence());

        assertThat(stages.now().component()).isEqualTo(SERVER);
        assertThat(stages.longest(150).component()).isEqualTo(PREFIX);
    }

    @Test
    void whatShrinksForMoreTimeThanItWasWholeIsNamedAfterThePart() {
        stages.moveTo(SERVER, 130, stages.now().evidence());

        assertThat(stages.longest(170).component()).isEqualTo(SERVER);
    }

    @Test
    void theTimesOfAComponentToWhichItCameBackAreAddedUp() {
        stages.moveTo(SERVER, 120, evidence(30));
        stages.moveTo(PREFIX, 150, evidence(40));

        assertThat(stages.longest(169)).isEqualTo(new Stages.Stage(PREFIX, 150, evidence(40)));
    }

    @Test
    void whatTurnsOutToHaveBeenAnotherOneFromTheBeginningNeverWasTheFirst() {
        stages.moveTo(SERVER, 99, evidence(30));

        assertThat(stages.since()).isEqualTo(100);
        assertThat(stages.longest(101)).isEqualTo(new Stages.Stage(SERVER, 100, evidence(30)));
    }

    @Test
    void moreEvidenceForTheSameComponentIsNoNewStage() {
        stages.moveTo(PREFIX, 110, evidence(30));

        assertThat(stages.now()).isEqualTo(new Stages.Stage(PREFIX, 100, evidence(30)));
    }

    @Test
    void whatBeganEarlierIsLongerAboutItsFirstComponent() {
        stages.moveTo(SERVER, 130, evidence(30));
        stages.beginBy(60);
        stages.beginBy(80);

        assertThat(stages.since()).isEqualTo(60);
        assertThat(stages.longest(190).component()).isEqualTo(PREFIX);
    }

    @Test
    void whoeverReadsWhatWasWrittenHasTheSame() throws IOException {
        stages.moveTo(SERVER, 130, evidence(30));
        var bytes = new ByteArrayOutputStream();
        stages.write(new DataOutputStream(bytes));

        var read = new Stages(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

        assertThat(read.now()).isEqualTo(stages.now());
        assertThat(read.longest(140)).isEqualTo(stages.longest(140));
    }

    private static Evidence evidence(double logOdds) {
        return Evidence.of(found(SERVER, 0, logOdds));
    }

    private static Finding found(Component component, int since, double evidence) {
        return new Finding(component, evidence, 14, since, 1, List.of(), List.of());
    }
}
