package io.tocsin.notifier.chart;

import java.util.List;

/**
 * Failure rate over time against its baseline: bars, and a line of steps. It is drawn twice as large as it is shown, for fine
 * screens, and its colours can be seen on light and on dark ground.
 *
 * @param points one for each stretch of time, all alike, in their order
 */
public record FailureChart(List<Point> points) {

    /** As it is shown, in the pixels of HTML. */
    public static final int WIDTH = 544;
    public static final int HEIGHT = 150;

    private static final int FINE = 2;
    private static final int LINE = 2;
    private static final int BASELINE = 4;
    private static final int GAP = 2;

    private static final int GRID = 1;
    private static final int FAILING = 2;
    private static final int USUAL = 3;
    /** Of marks on one's own ground: ground, grid, {@link #FAILING} red, {@link #USUAL} blue. */
    private static final int[] PALETTE = { 0xFFFFFF, 0x8A93A0, 0xD1383D, 0x3B82F6 };

    /**
     * @param rate 0 to 1 of all rounds failed
     * @param baseline the same, on usual days
     * @param measured whether there was a round at all
     */
    public record Point(double rate, double baseline, boolean measured) {}

    public FailureChart {
        points = List.copyOf(points);
    }

    /** As PNG; the scale ends at {@link #scale()}. */
    public byte[] png() {
        var canvas = new Canvas(WIDTH * FINE, HEIGHT * FINE);
        for (int number = 0; number < points.size(); number++) {
            bar(canvas, number);
        }
        grid(canvas);
        for (int number = 0; number < points.size(); number++) {
            baseline(canvas, number);
        }
        return Png.of(canvas, PALETTE);
    }

    /** The rate at the upper edge: the next quarter above all that is drawn. */
    public double scale() {
        var highest = points.stream().mapToDouble(point -> Math.max(point.rate(), point.baseline())).max().orElse(1);
        return Math.max(0.25, Math.min(1, Math.ceil(highest * 4 - 1e-9) / 4));
    }

    private void bar(Canvas canvas, int number) {
        var point = points.get(number);
        if (point.measured() && point.rate() > 0) {
            int gap = x(canvas, 1) > 4 * GAP ? GAP : 0;
            canvas.fill(x(canvas, number) + gap, y(canvas, point.rate()), x(canvas, number + 1), canvas.height(), FAILING);
        }
    }

    private void grid(Canvas canvas) {
        for (int quarter = 0; quarter <= 4; quarter++) {
            int y = Math.min(canvas.height() - LINE, quarter * canvas.height() / 4);
            canvas.fill(0, y, canvas.width(), y + LINE, GRID);
        }
    }

    private void baseline(Canvas canvas, int number) {
        int y = Math.min(canvas.height() - BASELINE, y(canvas, points.get(number).baseline()) - BASELINE / 2);
        canvas.fill(x(canvas, number), y, x(canvas, number + 1), y + BASELINE, USUAL);
    }

    private int x(Canvas canvas, int number) {
        return canvas.width() * number / points.size();
    }

    private int y(Canvas canvas, double rate) {
        return (int) Math.round(canvas.height() * (1 - Math.min(1, rate / scale())));
    }
}
