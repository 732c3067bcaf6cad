package io.tocsin.notifier.resend;

/** What became of the wish to send a delivery once more. */
public enum Answer {

    /** It is due again. */
    RESENT,

    /** It was resent a moment ago: who clicks twice means once. */
    RESENT_BEFORE,

    /** It has not ended, and is sent anyway. */
    UNDER_WAY,

    /** There is no such delivery in the account group. */
    UNKNOWN
}
