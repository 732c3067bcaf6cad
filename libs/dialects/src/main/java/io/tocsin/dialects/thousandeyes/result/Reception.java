package io.tocsin.dialects.thousandeyes.result;

import java.time.Instant;
import java.util.Optional;

import io.tocsin.model.Scope;

/** What whoever takes results in knows of them beforehand, and what it asks of all dialects alike. */
public interface Reception {

    /** To which account group the results belong. */
    Scope scope();

    Instant now();

    /** Fails with {@link IllegalArgumentException}, whose message tells the sender what a date-time is. */
    Instant time(String text);

    /** Why a round of this start is not taken, for the sender; empty when it is. */
    Optional<String> refusal(long roundId);
}
