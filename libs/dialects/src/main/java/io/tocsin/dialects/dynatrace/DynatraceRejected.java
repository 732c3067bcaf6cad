package io.tocsin.dialects.dynatrace;

import java.util.List;

/** A request which Dynatrace's API would not take either. */
public class DynatraceRejected extends RuntimeException {

    private static final long serialVersionUID = 1;

    private static final String CONSTRAINTS_VIOLATED = "Constraints violated.";

    private final int status;
    private final transient List<DynatraceViolation> violations;

    private DynatraceRejected(int status, String message, List<DynatraceViolation> violations) {
        super(message);
        this.status = status;
        this.violations = List.copyOf(violations);
    }

    public static DynatraceRejected violated(List<DynatraceViolation> violations) {
        return new DynatraceRejected(400, CONSTRAINTS_VIOLATED, violations);
    }

    public static DynatraceRejected query(String parameter, String message) {
        return violated(List.of(DynatraceViolation.ofQuery(parameter, message)));
    }

    public static DynatraceRejected body(String field, String message) {
        return violated(List.of(DynatraceViolation.ofBody(field, message)));
    }

    public static DynatraceRejected unreadable(String message) {
        return new DynatraceRejected(400, message, List.of());
    }

    public static DynatraceRejected notFound(String message) {
        return new DynatraceRejected(404, message, List.of());
    }

    public int status() {
        return status;
    }

    public List<DynatraceViolation> violations() {
        return violations;
    }

    public DynatraceErrors errors() {
        return DynatraceErrors.of(status, getMessage(), violations);
    }
}
