package io.tocsin.detection;

import io.tocsin.detection.diagnosis.DiagnosisSettings;
import io.tocsin.detection.flow.MetricSettings;
import io.tocsin.detection.flow.NoiseSettings;
import io.tocsin.detection.life.LifeSettings;

/**
 * Every number of the method; docs/detection.md says what each trades.
 *
 * @param learningMinutes of an organization's first results, in which nothing is judged
 */
public record DetectionSettings(MetricSettings metrics, NoiseSettings noise, DiagnosisSettings diagnosis, LifeSettings life,
        int learningMinutes) {

    public static final DetectionSettings DEFAULT = new DetectionSettings(MetricSettings.DEFAULT, NoiseSettings.DEFAULT,
            DiagnosisSettings.DEFAULT, LifeSettings.DEFAULT, 6 * 60);

    /** The same, judging as soon as so many minutes were learned from. */
    public DetectionSettings learningFor(int minutes) {
        return new DetectionSettings(metrics, noise, diagnosis, life, minutes);
    }
}
