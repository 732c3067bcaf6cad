package io.tocsin.audit.person;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A key under a made-up name. Encrypts with AES-256 in GCM; what belongs to one entry cannot be read as another's. */
public final class Person {

    static final int SECRET_BYTES = 32;

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final UUID id;
    private final SecretKeySpec key;

    Person(UUID id, byte[] secret) {
        this.id = id;
        this.key = new SecretKeySpec(secret, "AES");
    }

    public UUID id() {
        return id;
    }

    /** @param nonce never the same twice */
    public String seal(String text, UUID entry, byte[] nonce) {
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, entry, nonce).doFinal(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder()
                    .encodeToString(ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("personal data cannot be encrypted: " + e.getMessage(), e);
        }
    }

    /** Fails with {@link IllegalStateException} when the database does not hold what was written. */
    public String open(String sealed, UUID entry) {
        try {
            var bytes = Base64.getDecoder().decode(sealed);
            var cipher = cipher(Cipher.DECRYPT_MODE, entry, Arrays.copyOf(bytes, NONCE_BYTES));
            return new String(cipher.doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("personal data of entry " + entry + " is not what was written: " + e.getMessage(),
                    e);
        }
    }

    private Cipher cipher(int mode, UUID entry, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(entry.toString().getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }
}
