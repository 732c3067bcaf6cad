package io.tocsin.notifier.chart;

import java.util.Arrays;

/** A grid of numbers of colours, from its upper left corner. What lies outside is not drawn. */
final class Canvas {

    private final int width;
    private final byte[][] lines;

    Canvas(int width, int height) {
        this.width = width;
        this.lines = new byte[height][width];
    }

    int width() {
        return width;
    }

    int height() {
        return lines.length;
    }

    byte[] line(int y) {
        return lines[y];
    }

    void fill(int left, int top, int right, int bottom, int colour) {
        int from = within(left, width);
        int to = within(right, width);
        for (int y = within(top, height()); y < within(bottom, height()) && from < to; y++) {
            Arrays.fill(lines[y], from, to, (byte) colour);
        }
    }

    private static int within(int place, int end) {
        return Math.max(0, Math.min(place, end));
    }
}
