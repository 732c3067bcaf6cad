package io.tocsin.notifier.unsubscribe;

/** Of what somebody wants no more mails. */
public enum Reach {
    /** The rule of the mail in which the link stands. */
    RULE,
    /** All alerts of the organization. */
    EVERYTHING
}
