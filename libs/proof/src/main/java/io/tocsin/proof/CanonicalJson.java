package io.tocsin.proof;

import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.databind.JsonNode;

import io.tocsin.proof.merkle.Hash;

/** The one way to write a JSON value down (RFC 8785), so that whoever hashes it gets the same. */
public final class CanonicalJson {

    private CanonicalJson() {}

    /** Fails with {@link IllegalArgumentException} for what has no canonical form, such as half a surrogate pair. */
    public static String of(JsonNode json) {
        var writer = new CanonicalWriter();
        writer.write(json);
        return writer.toString();
    }

    public static Hash leaf(String canonical) {
        return Hash.leaf(canonical.getBytes(StandardCharsets.UTF_8));
    }

    public static Hash leaf(JsonNode json) {
        return leaf(of(json));
    }
}
