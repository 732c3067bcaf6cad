package io.tocsin.benchmarks.mail;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.tocsin.benchmarks.workbench.MailSink;
import io.tocsin.benchmarks.workbench.MailSink.Taken;

/** More alerts than can be mailed: there is always a backlog, so that mails go as fast as they can. */
final class Flood {

    private static final int PORTION = 500;

    private final AlertSystem system;
    private final MailSink sink;
    private final int backlog;
    private final int first;
    private final Taken atFirst;
    private int next;

    /** @param first number of the first alert; @param backlog alerts which always wait for their mail */
    Flood(AlertSystem system, MailSink sink, int first, int backlog) {
        this.system = system;
        this.sink = sink;
        this.backlog = backlog;
        this.first = first;
        this.atFirst = sink.taken();
        this.next = first;
    }

    record Result(Taken taken, double seconds) {

        double mailsPerSecond() {
            return taken.mails() / seconds;
        }
    }

    /** What came in within this time; the backlog goes on to be mailed afterwards. */
    Result run(Duration duration) throws Exception {
        var before = sink.taken();
        var begun = System.nanoTime();
        while (System.nanoTime() - begun < duration.toNanos()) {
            if (next - first - sink.taken().since(atFirst).mails() < backlog) {
                system.openMany(next, PORTION);
                next += PORTION;
            } else {
                TimeUnit.MILLISECONDS.sleep(5);
            }
        }
        return new Result(sink.taken().since(before), (System.nanoTime() - begun) / 1e9);
    }

    /** Waits until no mail has come for a while. */
    void ebb() throws InterruptedException {
        var before = -1L;
        while (sink.taken().mails() != before) {
            before = sink.taken().mails();
            TimeUnit.SECONDS.sleep(2);
        }
    }
}
