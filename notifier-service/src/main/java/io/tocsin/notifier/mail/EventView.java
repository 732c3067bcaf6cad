package io.tocsin.notifier.mail;

import java.util.List;

import io.tocsin.notifier.chart.FailureChart;

/**
 * What the templates of a detected event show: texts of one line each, ready but for the escaping, which the templates do.
 *
 * @param picture null when there is none
 */
public record EventView(
        String language,
        Badge badge,
        String title,
        String sentence,
        String cause,
        List<EventText.Fact> facts,
        Picture picture,
        String accountGroup,
        String eventUrl,
        String evidenceUrl,
        String unsubscribeUrl,
        String recipient) {

    private static final int LONGEST_GROUP = 100;

    /**
     * @param cid names the picture in the mail
     * @param alt what it shows
     * @param top of the scale
     * @param begin and {@code end}: times at the left and the right edge
     */
    public record Picture(String cid, int width, int height, String alt, String top, String begin, String end) {

        static Picture of(FailureSeries series, String cid) {
            return new Picture(cid, FailureChart.WIDTH, FailureChart.HEIGHT, series.described(),
                    series.percent(series.chart().scale()), series.reader().clock(series.begin()),
                    series.reader().clock(series.end()));
        }
    }

    /** @param unsubscribeUrl null when there is none */
    static EventView of(EventText text, Picture picture, Links links, String unsubscribeUrl, String recipient) {
        return new EventView(text.reader().language().toLanguageTag(), text.badge(), text.title(), text.sentence(), text
                .cause(),
                text.facts(), picture, OneLine.of(text.event().scope().accountGroup(), LONGEST_GROUP), links.event(), links
                        .evidence(),
                unsubscribeUrl, recipient);
    }
}
