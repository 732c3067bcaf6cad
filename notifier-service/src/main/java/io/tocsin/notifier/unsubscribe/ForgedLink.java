package io.tocsin.notifier.unsubscribe;

/** A link which is cut, changed, or signed by somebody else. */
public class ForgedLink extends RuntimeException {

    private static final long serialVersionUID = 1;

    ForgedLink() {
        super("the token of this link is not one that we signed");
    }
}
