package io.tocsin.local.key;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import io.tocsin.local.process.SecretFile;

/** A secret that lets its holder in. The prefix makes it easy to find where it should not be. */
public record ApiKey(String value) {

    private static final String PREFIX = "tocsin_";

    public static ApiKey random() {
        return new ApiKey(PREFIX + SecretFile.random());
    }

    /** What the key file holds: in hex. */
    public String sha256() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return PREFIX + "...";
    }
}
