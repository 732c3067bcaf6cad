package io.tocsin.events.detection.run;

import io.tocsin.detection.DetectionSettings;

/** The numbers of the method, as far as they are configured. */
final class Settings {

    private Settings() {}

    static DetectionSettings of(DetectionConfig config) {
        var usual = DetectionSettings.DEFAULT;
        return new DetectionSettings(usual.metrics(), usual.noise(),
                usual.diagnosis().withFalseEventsPerWeek(config.falseEventsPerWeek()),
                usual.life().withQuietMinutes((int) config.quiet().toMinutes()), (int) config.learning().toMinutes());
    }
}
