package io.tocsin.notifier.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM; what is sealed for one organization cannot be opened for another. */
final class Seal {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    /** Fails with {@link IllegalArgumentException}. */
    Seal(String encodedKey) {
        var bytes = Base64.getDecoder().decode(encodedKey.strip());
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("has " + bytes.length + " bytes instead of " + KEY_BYTES);
        }
        key = new SecretKeySpec(bytes, "AES");
    }

    String close(String organization, String text) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var closed = cipher(Cipher.ENCRYPT_MODE, nonce, organization).doFinal(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder()
                    .encodeToString(
                            ByteBuffer.allocate(NONCE_BYTES + closed.length).put(nonce).put(closed).array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Fails when it was sealed with another key. */
    String open(String organization, String sealed) throws GeneralSecurityException {
        var bytes = Base64.getDecoder().decode(sealed);
        var nonce = Arrays.copyOf(bytes, NONCE_BYTES);
        var opened = cipher(Cipher.DECRYPT_MODE, nonce, organization).doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
        return new String(opened, StandardCharsets.UTF_8);
    }

    private Cipher cipher(int mode, byte[] nonce, String organization) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(organization.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
