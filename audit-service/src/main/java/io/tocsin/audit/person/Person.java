package io.tocsin.audit.person;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A key under a made-up name. {@link Sealing} encrypts with it, AES-256 in GCM. */
public final class Person {

    static final int SECRET_BYTES = 32;
    static final int NONCE_BYTES = 12;
    static final int TAG_BITS = 128;

    private static final String CIPHER = "AES/GCM/NoPadding";

    private final UUID id;
    private final SecretKeySpec key;

    Person(UUID id, byte[] secret) {
        this.id = id;
        this.key = new SecretKeySpec(secret, "AES");
    }

    public UUID id() {
        return id;
    }

    SecretKeySpec key() {
        return key;
    }

    /** Fails with {@link IllegalStateException} when the database does not hold what was written. */
    public String open(String sealed, UUID entry) {
        try {
            var bytes = Base64.getDecoder().decode(sealed);
            var cipher = cipher();
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, Arrays.copyOf(bytes, NONCE_BYTES)));
            cipher.updateAAD(entry.toString().getBytes(StandardCharsets.US_ASCII));
            return new String(cipher.doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("personal data of entry " + entry + " is not what was written: " + e.getMessage(),
                    e);
        }
    }

    static Cipher cipher() {
        try {
            return Cipher.getInstance(CIPHER);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES in GCM", e);
        }
    }
}
