package io.tocsin.notifier.mail;

/** No mail server would ever take this mail. The message says why, to the person who wrote the rule. */
public class Unsendable extends Exception {

    private static final long serialVersionUID = 1;

    public Unsendable(String reason) {
        super(reason);
    }
}
