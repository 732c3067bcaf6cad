package io.tocsin.events.detection.lease;

/** Another replica judges the organization now: nothing may be written any more under this lease. */
public class LeaseLost extends RuntimeException {

    private static final long serialVersionUID = 1;

    public LeaseLost(Lease lease) {
        super("another replica judges organization " + lease.organization() + " now: fence " + lease.fence() + " is past");
    }
}
