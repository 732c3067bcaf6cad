package io.tocsin.notifier.smtp;

import java.io.IOException;
import java.net.SocketTimeoutException;

import jakarta.mail.MessagingException;

import io.tocsin.notifier.delivery.Outcome;
import io.tocsin.notifier.delivery.Reply;
import io.tocsin.notifier.delivery.Stage;

import javax.net.ssl.SSLException;

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

    /** @param answered whether the server had answered before; then it is no matter of reaching it */
    static Broken lost(Stage stage, MessagingException failure, boolean answered) {
        var root = rootOf(failure);
        var needsOperator = root instanceof SSLException || answered && !(root instanceof IOException);
        return new Broken(stage, Reply.none(why(stage, failure, root)), needsOperator);
    }

    private static String why(Stage stage, MessagingException failure, Throwable root) {
        if (root instanceof SocketTimeoutException) {
            return "no answer in time at " + stage + ": " + root.getMessage();
        }
        return switch (stage) {
            case CONNECT, LOGIN -> failure.getMessage() + (root == failure ? "" : ": " + root.getMessage());
            case MAIL, RCPT, DATA -> "connection lost at " + stage;
            case CONTENT -> "connection lost before the answer to the content; the server may have accepted the mail";
        };
    }

    private static Throwable rootOf(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    Outcome outcome() {
        return Verdict.of(stage, reply, needsOperator);
    }

    /** The server had closed the connection while nobody used it: nothing of the mail was said yet. */
    boolean isStale() {
        return stage == Stage.MAIL && (reply.code() == 0 || reply.isShuttingDown());
    }
}
