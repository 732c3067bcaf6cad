package io.tocsin.events.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What waits for its batch, first come first served. Its room is counted in events, since those take the memory. */
final class SubmissionQueue {

    private final Queue<Submission> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger events = new AtomicInteger();
    private final int capacity;

    SubmissionQueue(int capacity) {
        this.capacity = capacity;
    }

    /** False if there is no room. One larger than all the room there is gets it while nothing else waits. */
    boolean offer(Submission submission) {
        var size = submission.size();
        var before = events.getAndUpdate(count -> fits(count, size) ? count + size : count);
        return fits(before, size) && waiting.add(submission);
    }

    private boolean fits(int count, int size) {
        return count == 0 || count + size <= capacity;
    }

    void remove(Submission submission) {
        if (waiting.remove(submission)) {
            events.addAndGet(-submission.size());
        }
    }

    /** The next ones with so many events at most; one alone may have more. For one thread at a time. */
    List<Submission> drain(int most) {
        var batch = new ArrayList<Submission>();
        var room = most;
        for (var next = waiting.peek(); next != null && (batch.isEmpty() || next.size() <= room); next = waiting.peek()) {
            if (waiting.remove(next)) {
                batch.add(next);
                room -= next.size();
            }
        }
        events.addAndGet(room - most);
        return batch;
    }

    boolean isEmpty() { return waiting.isEmpty(); }

    /** How many events wait. */
    int events() {
        return events.get();
    }
}
