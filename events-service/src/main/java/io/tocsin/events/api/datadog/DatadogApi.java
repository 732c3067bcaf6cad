package io.tocsin.events.api.datadog;

import java.util.stream.Stream;

import io.tocsin.dialects.datadog.DatadogErrors;
import io.tocsin.dialects.datadog.DatadogForbidden;
import io.tocsin.dialects.datadog.v2.DatadogErrorObjects;

/** The four ways in which Datadog's events API words a refusal (wire/datadog.md §2 and §10). */
enum DatadogApi {

    V1 {
        @Override
        Object body(Refusal refusal) {
            return switch (refusal.kind()) {
                case UNKNOWN_KEYS -> DatadogForbidden.unknownKeys();
                case NOT_ALLOWED -> DatadogForbidden.because(refusal.details().get(0));
                case MISSING_KEY, OTHER, TOO_OLD -> new DatadogErrors(refusal.details());
            };
        }
    },

    V2_SEARCH {
        @Override
        Object body(Refusal refusal) {
            return refusal.isAboutKeys() ? headed("Forbidden", refusal) : new DatadogErrors(refusal.details());
        }
    },

    V2_GET {
        @Override
        int status(Refusal refusal) {
            return isUnauthorized(refusal) ? 401 : refusal.status();
        }

        @Override
        Object body(Refusal refusal) {
            return isUnauthorized(refusal) ? headed("Unauthorized", refusal) : V2_SEARCH.body(refusal);
        }
    },

    V2_CREATE {
        @Override
        Object body(Refusal refusal) {
            return new DatadogErrorObjects(refusal.problems().stream().map(problem -> object(refusal, problem)).toList());
        }
    };

    private static final String V2_EVENTS = "/api/v2/events";
    private static final String V2_SEARCHES = V2_EVENTS + "/search";

    static DatadogApi of(String method, String path) {
        var place = path.replaceFirst("/+$", "");
        if (!place.startsWith(V2_EVENTS)) {
            return V1;
        }
        if (place.equals(V2_EVENTS)) {
            return method.equals("POST") ? V2_CREATE : V2_SEARCH;
        }
        return place.equals(V2_SEARCHES) ? V2_SEARCH : V2_GET;
    }

    int status(Refusal refusal) {
        return refusal.status();
    }

    abstract Object body(Refusal refusal);

    private static boolean isUnauthorized(Refusal refusal) {
        return refusal.kind() == Refusal.Kind.MISSING_KEY || refusal.kind() == Refusal.Kind.UNKNOWN_KEYS;
    }

    /** The original's word, then what the owner of a known key may learn. */
    private static DatadogErrors headed(String word, Refusal refusal) {
        var more = refusal.kind() == Refusal.Kind.UNKNOWN_KEYS ? Stream.<String>empty() : refusal.details().stream();
        return new DatadogErrors(Stream.concat(Stream.of(word), more).toList());
    }

    private static DatadogErrorObjects.Problem object(Refusal refusal, Refusal.Problem problem) {
        return new DatadogErrorObjects.Problem(Integer.toString(refusal.status()), refusal.reasonPhrase(), problem.detail(),
                problem.pointer() == null ? null : new DatadogErrorObjects.Source(problem.pointer()));
    }
}
