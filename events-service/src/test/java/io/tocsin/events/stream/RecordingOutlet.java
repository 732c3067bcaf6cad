package io.tocsin.events.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import io.vertx.core.buffer.Buffer;

/** A connection whose client a test plays: it takes everything, or nothing, or hangs up. */
final class RecordingOutlet implements Outlet {

    private static final Pattern TITLE = Pattern.compile("\"title\":\"([^\"]*)\"");
    private static final Pattern PLACE = Pattern.compile("(?m)^id: (.*)$");

    private final StringBuilder text = new StringBuilder();
    private Runnable whenDrained;
    private Runnable whenGone;
    private boolean gone;
    private boolean full;
    private boolean ended;
    private boolean cut;

    @Override
    public synchronized void open(Runnable onDrained, Runnable onGone) {
        whenDrained = onDrained;
        whenGone = onGone;
    }

    @Override
    public synchronized void write(Buffer bytes) {
        if (!gone) {
            text.append(bytes);
        }
    }

    @Override
    public synchronized boolean isFull() { return full; }

    @Override
    public synchronized void end(Buffer lastWords) {
        text.append(lastWords);
        ended = true;
    }

    @Override
    public synchronized void cut() {
        cut = true;
    }

    synchronized void takeNothing() {
        full = true;
    }

    void takeAll() {
        synchronized (this) {
            full = false;
        }
        whenDrained.run();
    }

    /** What is written afterwards is lost, as it is with a connection that is gone. Returns the place to come back with. */
    synchronized Position hangUp() {
        gone = true;
        whenGone.run();
        var places = PLACE.matcher(text).results().map(found -> found.group(1)).toList();
        return Position.parse(places.get(places.size() - 1)).orElseThrow();
    }

    synchronized List<String> titles() {
        return new ArrayList<>(TITLE.matcher(text).results().map((MatchResult found) -> found.group(1)).toList());
    }

    synchronized String text() {
        return text.toString();
    }

    synchronized boolean isEnded() { return ended; }

    synchronized boolean isCut() { return cut; }
}
