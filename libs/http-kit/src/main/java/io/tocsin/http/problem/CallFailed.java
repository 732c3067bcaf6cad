package io.tocsin.http.problem;

/** Ends a call with exactly this failure, in whatever dialect it was made. */
public class CallFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Failure failure;

    public CallFailed(Failure failure) {
        super(failure.detail());
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
