package io.tocsin.notifier.smtp;

import io.tocsin.notifier.delivery.Outcome;
import io.tocsin.notifier.delivery.Reply;
import io.tocsin.notifier.delivery.Stage;

/** The conversation came to a bad end. */
final class Broken extends Exception {

    private static final long serialVersionUID = 1;

    private final Stage stage;
    private final transient Reply reply;
    private final boolean needsOperator;

    Broken(Stage stage, Reply reply, boolean needsOperator) {
        super(stage + ": " + reply.text());
        this.stage = stage;
        this.reply = reply;
        this.needsOperator = needsOperator;
    }

    Outcome outcome() {
        return Verdict.of(stage, reply, needsOperator);
    }

    /** The server had closed the connection while nobody used it: nothing of the mail was said yet. */
    boolean isStale() {
        return stage == Stage.MAIL && (reply.code() == 0 || reply.isShuttingDown());
    }
}
