package io.tocsin.alerts.result;

/** Whether a rule watches a test, and why. */
public enum Attention {
    /** The rule names the test. */
    NAMED(true),
    /** As the default rule of its type it watches every test which the type is made for. */
    BY_DEFAULT(true),
    /** A rule about agents without tests watches all of them. */
    ALL_AGENTS(true),
    /** The rule looks at another layer of results. */
    OTHER_LAYER(false),
    /** A default rule, but of a type which is not made for such a test. */
    OTHER_TYPE(false),
    NOT_NAMED(false);

    private final boolean paid;

    Attention(boolean paid) {
        this.paid = paid;
    }

    public boolean isPaid() { return paid; }
}
