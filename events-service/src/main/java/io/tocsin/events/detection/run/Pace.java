package io.tocsin.events.detection.run;

/** How many minutes are read at once, so that about as many results are in memory, however many a minute has. */
final class Pace {

    private static final int MOST_MINUTES = 60;

    private final int results;
    private int minutes = 1;

    Pace(int results) {
        this.results = results;
    }

    int minutes() {
        return minutes;
    }

    /** At most four times as many next time: the minutes to come may be fuller. */
    void saw(int found, int inMinutes) {
        var fitting = (long) results * inMinutes / Math.max(1, found);
        minutes = (int) Math.max(1, Math.min(Math.min(fitting, 4L * minutes), MOST_MINUTES));
    }
}
