package io.tocsin.detection.flow;

/**
 * When a metric is beyond its own past.
 *
 * @param fewestPoints before a metric is judged
 * @param deviations how many times its usual deviation a value must lie beyond the usual
 * @param timeRatio and by which share at least, of times: 0.3 is 30 % slower
 * @param lossPoints and by how many percentage points at least, of shares
 * @param memory rounds over which the usual value is averaged
 */
public record MetricSettings(int fewestPoints, double deviations, double timeRatio, double lossPoints, int memory) {

    public static final MetricSettings DEFAULT = new MetricSettings(24, 4.5, 0.3, 8, 25);
}
