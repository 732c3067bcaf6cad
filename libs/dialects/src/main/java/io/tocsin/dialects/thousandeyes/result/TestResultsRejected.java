package io.tocsin.dialects.thousandeyes.result;

import java.util.List;

/** The body is not in ThousandEyes' shape. It is for the sender to know all that is wrong. */
public final class TestResultsRejected extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Complaint> complaints;

    TestResultsRejected(List<Complaint> complaints) {
        super(complaints.toString());
        this.complaints = List.copyOf(complaints);
    }

    public List<Complaint> complaints() {
        return complaints;
    }
}
