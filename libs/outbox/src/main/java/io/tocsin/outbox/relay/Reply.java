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

    /** It takes nothing now, whatever the messages are. */
    record Unavailable(String error, Optional<Duration> retryAfter) implements Reply {}

    /** The request failed as a whole, and one of its messages may be the cause: nobody can tell before it is alone. */
    record Broken(String error) implements Reply {}
}
