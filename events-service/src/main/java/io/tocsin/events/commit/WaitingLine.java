package io.tocsin.events.commit;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What waits for its batch, first come first served. Its room is counted in rows, since those take the memory. */
final class WaitingLine<W extends Waiting> {

    private final Queue<W> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger rows = new AtomicInteger();
    private final int capacity;

    WaitingLine(int capacity) {
        this.capacity = capacity;
    }

    /** False if there is no room. One larger than all the room there is gets it while nothing else waits. */
    boolean offer(W submission) {
        var size = submission.size();
        var before = rows.getAndUpdate(count -> fits(count, size) ? count + size : count);
        return fits(before, size) && waiting.add(submission);
    }

    private boolean fits(int count, int size) {
        return count == 0 || count + size <= capacity;
    }

    void remove(W submission) {
        if (waiting.remove(submission)) {
            rows.addAndGet(-submission.size());
        }
    }

    /** The next ones with so many rows at most; one alone may have more. For one thread at a time. */
    List<W> drain(int most) {
        var batch = new ArrayList<W>();
        var room = most;
        for (var next = waiting.peek(); next != null && (batch.isEmpty() || next.size() <= room); next = waiting.peek()) {
            if (waiting.remove(next)) {
                batch.add(next);
                room -= next.size();
            }
        }
        rows.addAndGet(room - most);
        return batch;
    }

    boolean isEmpty() { return waiting.isEmpty(); }

    /** How many rows wait. */
    int rows() {
        return rows.get();
    }
}
