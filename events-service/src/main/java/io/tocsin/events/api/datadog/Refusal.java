package io.tocsin.events.api.datadog;

import java.util.List;
import java.util.Map;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.tocsin.dialects.datadog.DatadogRejected;
import io.tocsin.dialects.datadog.v2.DatadogCreationRejected;
import io.tocsin.events.postgres.DatabaseUnavailable;
import io.tocsin.events.record.EventRefused;
import io.tocsin.http.identity.Forbidden;
import io.tocsin.http.identity.Unauthenticated;
import io.tocsin.http.problem.Failure;

/**
 * Why a call is not answered as the caller hoped, before it is worded.
 *
 * @param status of v1; v2 differs in one case
 * @param problems at least one
 */
record Refusal(int status, Kind kind, List<Problem> problems, Map<String, String> headers) {

    /** Seconds. The queue empties within a second once the database keeps up; a database takes longer to come back. */
    private static final String SOON = "1";
    private static final String LATER = "5";

    /** Datadog's own clients sleep for so many seconds before they try again. */
    private static final String RATE_LIMIT_RESET = "X-RateLimit-Reset";

    enum Kind {
        MISSING_KEY, UNKNOWN_KEYS, NOT_ALLOWED, TOO_OLD, OTHER
    }

    /** @param pointer into the request body, null when no one place is wrong */
    record Problem(String detail, String pointer) {}

    static Refusal of(Throwable thrown) {
        if (thrown instanceof DatadogRejected rejected) {
            return of(rejected);
        }
        if (thrown instanceof DatadogCreationRejected rejected) {
            return new Refusal(400, Kind.OTHER, rejected.problems().stream().map(Refusal::problem).toList(), Map.of());
        }
        if (thrown instanceof KeyMissing) {
            return of(403, Kind.MISSING_KEY, thrown.getMessage());
        }
        if (thrown instanceof Unauthenticated) {
            return of(403, Kind.UNKNOWN_KEYS, "Forbidden");
        }
        return thrown instanceof Forbidden ? of(403, Kind.NOT_ALLOWED, thrown.getMessage()) : ofService(thrown);
    }

    private static Refusal ofService(Throwable thrown) {
        if (thrown instanceof EventRefused refused) {
            return of(refused);
        }
        if (thrown instanceof DatabaseUnavailable) {
            return new Refusal(503, Kind.OTHER, List.of(new Problem("The database does not answer; try again later.", null)),
                    Map.of(HttpHeaders.RETRY_AFTER, LATER));
        }
        return of(Failure.of(thrown));
    }

    static Refusal of(Failure failure) {
        return new Refusal(failure.status(), Kind.OTHER, List.of(new Problem(failure.detail(), null)), failure.headers());
    }

    private static Refusal of(DatadogRejected rejected) {
        var problems = rejected.errors().errors().stream().map(error -> new Problem(error, null)).toList();
        return switch (rejected.reason()) {
            case TOO_FAR_IN_THE_PAST -> new Refusal(400, Kind.TOO_OLD, problems, Map.of());
            case NOT_FOUND -> new Refusal(404, Kind.OTHER, problems, Map.of());
            case INVALID -> new Refusal(400, Kind.OTHER, problems, Map.of());
        };
    }

    private static Refusal of(EventRefused refused) {
        var problems = List.of(new Problem(refused.getMessage(), null));
        return switch (refused.reason()) {
            case OVERLOADED -> new Refusal(429, Kind.OTHER, problems, Map.of(HttpHeaders.RETRY_AFTER, SOON, RATE_LIMIT_RESET,
                    SOON));
            case OUT_OF_TIME, UNSTORABLE -> new Refusal(400, Kind.OTHER, problems, Map.of());
        };
    }

    private static Refusal of(int status, Kind kind, String detail) {
        return new Refusal(status, kind, List.of(new Problem(detail, null)), Map.of());
    }

    private static Problem problem(DatadogCreationRejected.Problem problem) {
        return new Problem(problem.detail(), problem.pointer());
    }

    boolean isAboutKeys() { return kind == Kind.MISSING_KEY || kind == Kind.UNKNOWN_KEYS || kind == Kind.NOT_ALLOWED; }

    List<String> details() {
        return problems.stream().map(Problem::detail).toList();
    }

    String reasonPhrase() {
        var known = Response.Status.fromStatusCode(status);
        return known == null ? "Error" : known.getReasonPhrase();
    }
}
