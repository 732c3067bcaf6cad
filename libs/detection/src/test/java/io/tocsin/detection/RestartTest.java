package io.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.UUID;

import io.tocsin.detection.flow.Observation;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class RestartTest {

    private static final int MINUTES = 300;
    private static final DetectionSettings SOON = DetectionSettings.DEFAULT.learningFor(40);

    @Property(tries = 12)
    void whoeverGoesOnFromASnapshotAtAnyPointFindsTheSame(@ForAll long seed) {
        var site = new RandomSite(seed, MINUTES);
        var random = new Random(seed);
        var untouched = new Detector("org", SOON);
        var restarted = new Detector("org", SOON);
        var events = new HashSet<UUID>();

        for (int minute = Site.BEGIN; minute < Site.BEGIN + MINUTES; minute++) {
            var expected = untouched.judge(minute, Observation.of(site.minute(minute)));
            restarted = random.nextInt(10) == 0 && minute > Site.BEGIN
                    ? Detector.restored(restarted.snapshot(), "org", SOON)
                    : restarted;
            assertThat(restarted.judge(minute, Observation.of(site.minute(minute)))).isEqualTo(expected);
            expected.forEach(event -> events.add(event.id()));
        }

        assertThat(events).as("a world without events shows nothing").isNotEmpty();
        assertThat(restarted.snapshot()).isEqualTo(untouched.snapshot());
    }
}
