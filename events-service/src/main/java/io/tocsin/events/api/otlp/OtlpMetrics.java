package io.tocsin.events.api.otlp;

import java.util.List;

/**
 * A request, whatever it was written in.
 *
 * @param others how many points are of histograms and summaries, which no test result is
 */
record OtlpMetrics(List<OtlpPoint> points, int others) {}
