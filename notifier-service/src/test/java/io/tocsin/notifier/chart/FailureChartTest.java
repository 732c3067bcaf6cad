package io.tocsin.notifier.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.tocsin.notifier.chart.FailureChart.Point;

import javax.imageio.ImageIO;

/** The picture as another reader of PNG sees it. */
class FailureChartTest {

    private static final int RED = 0xFFD1383D;
    private static final int BLUE = 0xFF3B82F6;

    @Test
    void barsAreAsHighAsTheRateAndTheGroundIsTransparent() throws IOException {
        var chart = new FailureChart(List.of(point(0, 0.1), point(0.5, 0.1), point(1, 0.1), new Point(0, 0.1, false)));

        var picture = read(chart);

        assertThat(picture.getWidth()).isEqualTo(2 * FailureChart.WIDTH);
        assertThat(picture.getHeight()).isEqualTo(2 * FailureChart.HEIGHT);
        assertThat(colour(picture, 0.375, 0.45)).isEqualTo(RED);
        assertThat(colour(picture, 0.375, 0.55) >>> 24).isZero();
        assertThat(colour(picture, 0.625, 0.95)).isEqualTo(RED);
        assertThat(colour(picture, 0.125, 0.05) >>> 24).isZero();
        assertThat(colour(picture, 0.875, 0.05) >>> 24).isZero();
    }

    @Test
    void theBaselineIsSeenEverywhere() throws IOException {
        var picture = read(new FailureChart(List.of(point(0, 0.3), point(1, 0.3), new Point(0, 0.3, false))));

        assertThat(IntStream.range(0, picture.getWidth())
                .filter(x -> IntStream.range(0, picture.getHeight()).noneMatch(y -> picture.getRGB(x, y) == BLUE))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "0, 0.25", "0.25, 0.25", "0.26, 0.5", "0.7, 0.75", "1, 1" })
    void theScaleEndsAtTheNextQuarter(double rate, double scale) {
        assertThat(new FailureChart(List.of(point(rate, 0.01))).scale()).isEqualTo(scale);
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 3, 136, 1440 })
    void anyNumberOfBarsFillsTheWidth(int bars) throws IOException {
        var picture = read(new FailureChart(IntStream.range(0, bars).mapToObj(n -> point(1, 0)).toList()));

        assertThat(colour(picture, 0.002, 0.4)).isEqualTo(RED);
        assertThat(colour(picture, 0.998, 0.4)).isEqualTo(RED);
    }

    private static Point point(double rate, double baseline) {
        return new Point(rate, baseline, true);
    }

    private static BufferedImage read(FailureChart chart) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(chart.png()));
    }

    /** @param height from the lower edge; both as shares */
    private static int colour(BufferedImage picture, double along, double height) {
        return picture.getRGB((int) (picture.getWidth() * along), (int) (picture.getHeight() * (1 - height)));
    }
}
