package io.tocsin.detection.diagnosis;

/**
 * When failures are no chance.
 *
 * @param falseEventsPerWeek how many events may open by chance, over all components of the organization together
 * @param fewestFlows which must fail
 * @param cause what a further fault costs in an explanation, as a logarithm of odds: several narrow faults must explain failures so
 *        much better than a wide one
 * @param loyalty how much better another component must explain a running event than its own
 */
public record DiagnosisSettings(double falseEventsPerWeek, int fewestFlows, double cause, double loyalty) {

    private static final int MINUTES_OF_WEEK = 7 * 24 * 60;

    public static final DiagnosisSettings DEFAULT = new DiagnosisSettings(0.5, 3, 10, 3);

    public DiagnosisSettings withFalseEventsPerWeek(double number) {
        return new DiagnosisSettings(number, fewestFlows, cause, loyalty);
    }

    /** The evidence from which on a component is at fault, where so many are looked at every minute. */
    double threshold(int components) {
        return Math.log(Math.max(1, components) * (double) MINUTES_OF_WEEK / falseEventsPerWeek);
    }
}
