package io.tocsin.http.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The API keys in force, by hash. Finding the entry by its hash tells a caller's stopwatch nothing, since nobody can choose the
 * bytes of a SHA-256 hash; the final comparison takes the same time wherever two hashes differ.
 */
final class Keys {

    static final Keys NONE = new Keys(Map.of(), null);

    private static final int LIVE_KEYS_PER_NAME = 2;

    private final Map<String, Key> byHash;
    private final Principal first;

    private Keys(Map<String, Key> byHash, Principal first) {
        this.byHash = byHash;
        this.first = first;
    }

    /** Fails with {@link IllegalArgumentException} when a hash stands twice or a name more often than rotation needs. */
    static Keys of(List<KeyEntry> entries) {
        var byHash = new HashMap<String, Key>();
        var perName = new HashMap<String, Integer>();
        for (var entry : entries) {
            if (byHash.put(entry.sha256(), Key.of(entry)) != null) {
                throw new IllegalArgumentException("key '" + entry.name() + "': its sha256 stands twice in the file");
            }
            if (perName.merge(entry.name(), 1, Integer::sum) > LIVE_KEYS_PER_NAME) {
                throw new IllegalArgumentException("key '" + entry.name() + "' stands more than twice; rotation needs two");
            }
        }
        return new Keys(Map.copyOf(byHash), entries.isEmpty() ? null : entries.get(0).principal());
    }

    /** The principal of this key, or null when no entry has its hash. Fails with {@link Unauthenticated} when it has expired. */
    Principal find(String credential, Instant now) {
        var hash = sha256(credential);
        var key = byHash.get(HexFormat.of().formatHex(hash));
        if (key == null || !MessageDigest.isEqual(key.hash(), hash)) {
            return null;
        }
        if (!now.isBefore(key.expires())) {
            throw Unauthenticated.expired("The API key '" + key.principal().credential() + "' expired at " + key.expires()
                    + ".",
                    key.principal());
        }
        return key.principal();
    }

    /** Of the file's first entry. */
    Optional<Principal> first() {
        return Optional.ofNullable(first);
    }

    int size() {
        return byHash.size();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private record Key(byte[] hash, Instant expires, Principal principal) {

        static Key of(KeyEntry entry) {
            return new Key(HexFormat.of().parseHex(entry.sha256()), entry.expires(), entry.principal());
        }
    }
}
