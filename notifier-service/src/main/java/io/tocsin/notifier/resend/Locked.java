package io.tocsin.notifier.resend;

/**
 * A delivery which somebody wants to be sent once more.
 *
 * @param state in which it stands, null for none
 * @param answer {@code RESENT} when it may be
 */
record Locked(String state, Answer answer) {

    boolean mayBeResent() {
        return answer == Answer.RESENT;
    }
}
