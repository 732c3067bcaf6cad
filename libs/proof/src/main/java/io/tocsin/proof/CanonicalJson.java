package io.tocsin.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.erdtman.jcs.JsonCanonicalizer;

import com.fasterxml.jackson.databind.JsonNode;

import io.tocsin.proof.merkle.Hash;

/** The one way to write a JSON object down (RFC 8785), so that whoever hashes it gets the same. */
public final class CanonicalJson {

    private CanonicalJson() {}

    /** Fails with {@link IllegalArgumentException} for what has no canonical form, such as half a surrogate pair. */
    public static String of(JsonNode object) {
        return of(object.toString());
    }

    public static String of(String object) {
        try {
            return new JsonCanonicalizer(object).getEncodedString();
        } catch (IOException e) {
            throw new IllegalArgumentException("this JSON has no canonical form: " + e.getMessage(), e);
        }
    }

    public static Hash leaf(String canonical) {
        return Hash.leaf(canonical.getBytes(StandardCharsets.UTF_8));
    }

    public static Hash leaf(JsonNode object) {
        return leaf(of(object));
    }
}
