package io.tocsin.notifier.delivery;

import java.time.Duration;

/** What became of one attempt, whatever the transport. The words of mail servers stand for those of any receiver. */
public sealed interface Outcome {

    /** Where the conversation ended, null when there was none. */
    Stage stage();

    Reply reply();

    /** The receiver is answerable from now on. */
    record Delivered(Reply reply) implements Outcome {

        @Override
        public Stage stage() {
            return Stage.CONTENT;
        }
    }

    /**
     * This mail did not get through this time: 4yz, a lost connection or a time-out.
     *
     * @param pause how long the receiver wants to be left alone at least
     */
    record TryAgain(Stage stage, Reply reply, Duration pause) implements Outcome {

        public TryAgain(Stage stage, Reply reply) {
            this(stage, reply, Duration.ZERO);
        }

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

    /** It must not be sent, such as to somebody who wants no more of it. */
    record Suppressed(Reply reply) implements Outcome {

        public static Suppressed because(String reason) {
            return new Suppressed(Reply.none(reason));
        }

        @Override
        public Stage stage() {
            return null;
        }
    }
}
