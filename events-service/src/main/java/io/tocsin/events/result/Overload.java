package io.tocsin.events.result;

import java.time.Duration;

import io.tocsin.http.problem.CallFailed;
import io.tocsin.http.problem.Failure;

/** What a caller is told whose results find no room. */
final class Overload {

    private static final Duration SOON = Duration.ofSeconds(1);

    private Overload() {}

    static CallFailed failure() {
        return new CallFailed(Failure.tooMany("More results arrive than can be stored; send these again later.", SOON));
    }
}
