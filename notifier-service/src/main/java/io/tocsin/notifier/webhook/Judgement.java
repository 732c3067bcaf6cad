package io.tocsin.notifier.webhook;

import java.time.Duration;

import io.tocsin.notifier.delivery.Outcome;
import io.tocsin.notifier.delivery.Reply;
import io.tocsin.notifier.delivery.Stage;
import io.tocsin.outbox.relay.RetryAfter;

/** What an answer means for a delivery. One receiver's trouble never pauses the channel: it is nobody else's. */
final class Judgement {

    private Judgement() {}

    static Outcome of(Answer answer) {
        var reply = Reply.of(answer.status(), said(answer));
        return switch (answer.status() / 100) {
            case 2 -> new Outcome.Delivered(reply);
            case 5 -> again(answer, reply);
            default -> isTransient(answer.status()) ? again(answer, reply) : new Outcome.Refused(Stage.CONTENT, reply);
        };
    }

    /** No answer came. */
    static Outcome of(Throwable failure) {
        return new Outcome.TryAgain(Stage.CONNECT, Reply.none(failure.getMessage() == null
                ? "no answer came: " + failure.getClass().getSimpleName()
                : "no answer came: " + failure.getMessage()));
    }

    private static Outcome again(Answer answer, Reply reply) {
        return new Outcome.TryAgain(Stage.CONTENT, reply, RetryAfter.of(answer.retryAfter()).orElse(Duration.ZERO));
    }

    /** Request time-out, too early, too many requests. */
    private static boolean isTransient(int status) {
        return status == 408 || status == 425 || status == 429;
    }

    private static String said(Answer answer) {
        var first = answer.status() + " " + (answer.reason() == null ? "" : answer.reason())
                + (answer.status() / 100 == 3 ? " (redirects are not followed)" : "");
        return answer.start().isBlank() ? first : first + "\n" + answer.start();
    }
}
