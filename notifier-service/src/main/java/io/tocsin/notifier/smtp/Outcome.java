package io.tocsin.notifier.smtp;

/** What became of one mail which was handed over. */
public sealed interface Outcome {

    /** Where the conversation ended, null when there was none. */
    Stage stage();

    Reply reply();

    /** The server is answerable for the mail from now on. */
    record Delivered(Reply reply) implements Outcome {

        @Override
        public Stage stage() {
            return Stage.CONTENT;
        }
    }

    /** This mail did not get through this time: 4yz, a lost connection or a time-out. */
    record TryAgain(Stage stage, Reply reply) implements Outcome {

        /** For what went wrong on our side before the server was asked. */
        public static TryAgain because(String reason) {
            return new TryAgain(null, Reply.none(reason));
        }
    }

    /** This mail will never get through: 5yz for its recipient or its content. */
    record Refused(Stage stage, Reply reply) implements Outcome {}

    /**
     * No mail would get through: the server cannot be reached, or refuses us and not this mail.
     *
     * @param needsOperator waiting alone will not help, such as after a refused login
     */
    record ChannelDown(Stage stage, Reply reply, boolean needsOperator) implements Outcome {}

    /** There is no mail that could be handed over. */
    record Unsendable(Reply reply) implements Outcome {

        public static Unsendable because(String reason) {
            return new Unsendable(Reply.none(reason));
        }

        @Override
        public Stage stage() {
            return null;
        }
    }

    /**
     * The class of failure which RFC 5321 §4.2.1 gives to the reply, and to no reply.
     *
     * @param needsOperator whether a connection which could not be opened is a matter of settings and not of the network
     */
    static Outcome failed(Stage stage, Reply reply, boolean needsOperator) {
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
