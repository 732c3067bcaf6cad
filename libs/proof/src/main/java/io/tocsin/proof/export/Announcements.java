package io.tocsin.proof.export;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import io.tocsin.proof.export.Finding.Kind;

/** What is missing with good reason: the log itself tells of each erasure and of each expiry. */
final class Announcements {

    /** Members of the entries which announce something. */
    static final String ERASED = "erasedPeople";
    static final String EXPIRED = "expiredThroughEntry";

    private final Map<String, Long> missing = new LinkedHashMap<>();
    private final Set<String> erased = new HashSet<>();
    private long lastExpired;
    private long announcedExpired;

    void heard(JsonNode entry) {
        entry.path(ERASED).forEach(person -> erased.add(person.asText()));
        announcedExpired = Math.max(announcedExpired, entry.path(EXPIRED).asLong());
    }

    void missing(String person, long entry) {
        missing.putIfAbsent(person, entry);
    }

    void expired(long lastEntry) {
        lastExpired = lastEntry;
    }

    /** Fails with {@link Tampered} for the first thing which is missing without a word. Only the whole log can tell. */
    void requireAll(long firstEntry) {
        if (lastExpired > announcedExpired) {
            throw new Tampered(Kind.DROPPED, Math.max(firstEntry, announcedExpired + 1),
                    "the entries of this commit are left out as expired, but the log does not say that they expired");
        }
        missing.forEach((person, entry) -> {
            if (!erased.contains(person)) {
                throw new Tampered(Kind.ALTERED, entry,
                        "its personal data is left out as erased, but the log does not say that it was erased");
            }
        });
    }
}
