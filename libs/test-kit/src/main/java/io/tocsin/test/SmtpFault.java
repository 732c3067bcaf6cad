package io.tocsin.test;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One way in which a {@link SmtpServer} misbehaves, said as a sentence:
 * {@code smtp.on(RCPT).to("bob@example.org").times(2).answer(451, "4.7.1 Greylisted")}. It acts until its times are used up,
 * without {@link #times} until {@link SmtpServer#behave}.
 */
public final class SmtpFault {

    private final SmtpScript script;
    private final SmtpStage stage;
    private final AtomicInteger remaining = new AtomicInteger(Integer.MAX_VALUE);
    private volatile String recipient;
    private volatile Act act;

    SmtpFault(SmtpScript script, SmtpStage stage) {
        this.script = script;
        this.stage = stage;
    }

    /** What happens instead of the ordinary reply. */
    sealed interface Act {

        record Answer(int code, String text) implements Act {}

        /** @param farewell the reply before the connection is closed, null for none */
        record HangUp(String farewell) implements Act {}

        record KeepAndHangUp() implements Act {}

        record Stall(Duration pause) implements Act {}
    }

    /** Only mails to this recipient meet the fault. */
    public SmtpFault to(String address) {
        recipient = address;
        return this;
    }

    public SmtpFault times(int times) {
        remaining.set(times);
        return this;
    }

    public SmtpFault once() {
        return times(1);
    }

    /** @param text with its enhanced code, such as {@code 5.1.1 No such user here} */
    public void answer(int code, String text) {
        begin(new Act.Answer(code, text));
    }

    /** Closes the connection without a word; what has arrived is thrown away. */
    public void hangUp() {
        begin(new Act.HangUp(null));
    }

    /** Answers 421 and closes the connection; what has arrived is thrown away. */
    public void shutDown() {
        begin(new Act.HangUp("4.3.2 Service shutting down"));
    }

    /** At {@link SmtpStage#CONTENT}: keeps the mail, then closes the connection, so that the client never reads its 250. */
    public void keepAndHangUp() {
        begin(new Act.KeepAndHangUp());
    }

    /** Waits that long, or until the server is closed, before it goes on as usual. */
    public void stall(Duration pause) {
        begin(new Act.Stall(pause));
    }

    private void begin(Act what) {
        act = what;
        script.add(this);
    }

    Act act() {
        return act;
    }

    /** Whether the fault acts here; if so one of its times is used up. */
    boolean strikes(SmtpStage here, Iterable<String> recipients) {
        return here == stage && concerns(recipients) && remaining.getAndUpdate(SmtpFault::oneLess) > 0;
    }

    private static int oneLess(int times) {
        return times == Integer.MAX_VALUE ? times : Math.max(0, times - 1);
    }

    private boolean concerns(Iterable<String> recipients) {
        if (recipient == null) {
            return true;
        }
        for (String each : recipients) {
            if (each.equalsIgnoreCase(recipient)) {
                return true;
            }
        }
        return false;
    }
}
