package io.tocsin.notifier.unsubscribe;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs and verifies the tokens of links. */
final class SigningKey {

    /** 128 bits, as many as anybody can guess in no time. */
    static final int SIGNATURE = 16;

    private static final String ALGORITHM = "HmacSHA256";
    /** The same secret may sign other things one day; this signature is good for links only. */
    private static final byte[] PURPOSE = "tocsin unsubscribe link\0".getBytes(StandardCharsets.UTF_8);

    private final SecretKeySpec key;

    SigningKey(byte[] secret) {
        key = new SecretKeySpec(secret, ALGORITHM);
    }

    byte[] sign(byte[] content) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(PURPOSE);
            return Arrays.copyOf(mac.doFinal(content), SIGNATURE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean signed(byte[] content, byte[] signature) {
        return MessageDigest.isEqual(sign(content), signature);
    }
}
