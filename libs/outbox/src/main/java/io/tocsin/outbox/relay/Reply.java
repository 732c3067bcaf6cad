package io.tocsin.outbox.relay;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.tocsin.outbox.wire.Verdict;

/** What came back from a destination for one request. */
sealed interface Reply {

    /** It looked at the messages one by one. */
    record Judged(Map<UUID, Verdict> verdicts) implements Reply {}

    /** The request failed as a whole. */
    sealed interface Failed extends Reply {

        String error();
    }

    /** The destination takes nothing now, whatever the messages are. */
    record Unavailable(String error, Optional<Duration> retryAfter) implements Failed {}

    /** One of the messages may be the cause; nobody can tell which before it is alone. */
    record Broken(String error) implements Failed {}
}
