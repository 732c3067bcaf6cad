package io.tocsin.notifier.smtp;

import io.tocsin.notifier.delivery.Outcome;
import io.tocsin.notifier.delivery.Outcome.ChannelDown;
import io.tocsin.notifier.delivery.Outcome.Refused;
import io.tocsin.notifier.delivery.Outcome.TryAgain;
import io.tocsin.notifier.delivery.Reply;
import io.tocsin.notifier.delivery.Stage;

/** What a conversation which came to a bad end means for the mail: the classes of RFC 5321 §4.2.1, and no reply. */
final class Verdict {

    private Verdict() {}

    /** @param needsOperator whether a connection which could not be opened is a matter of settings and not of the network */
    static Outcome of(Stage stage, Reply reply, boolean needsOperator) {
        return switch (stage) {
            case CONNECT, LOGIN -> new ChannelDown(stage, reply, needsOperator);
            case MAIL -> failedAtMail(reply);
            case RCPT, DATA, CONTENT -> failedForThisMail(stage, reply);
        };
    }

    /** At MAIL only the sender is known, so a refusal is ours; except 552, which speaks of the size (RFC 1870 §6.1). */
    private static Outcome failedAtMail(Reply reply) {
        if (reply.code() == 552) {
            return new Refused(Stage.MAIL, reply);
        }
        return reply.isPermanent() ? new ChannelDown(Stage.MAIL, reply, true) : new TryAgain(Stage.MAIL, reply);
    }

    private static Outcome failedForThisMail(Stage stage, Reply reply) {
        if (reply.code() == 530) {
            return new ChannelDown(stage, reply, true);
        }
        if (!reply.isPermanent() || stage == Stage.RCPT && reply.isMailboxFull()) {
            return new TryAgain(stage, reply);
        }
        return new Refused(stage, reply);
    }
}
