package io.tocsin.detection.life;

import java.util.Locale;

/** How much of the organization an event touches, by the share of its flows (wire/thousandeyes.md §2.4). */
public enum Severity {
    HIGH, MEDIUM, LOW, UNKNOWN;

    private static final double HIGH_FROM = 0.10;
    private static final double MEDIUM_FROM = 0.05;
    private static final double LOW_FROM = 0.01;

    static Severity of(int touched, int all) {
        var share = (double) touched / Math.max(1, all);
        return share >= HIGH_FROM ? HIGH : share >= MEDIUM_FROM ? MEDIUM : share >= LOW_FROM ? LOW : UNKNOWN;
    }

    /** ThousandEyes' word for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
