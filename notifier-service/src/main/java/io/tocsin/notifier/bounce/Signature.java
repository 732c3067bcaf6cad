package io.tocsin.notifier.bounce;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 over the delivery, cut to 80 bits: enough against guessing online, and short enough for a mail address. */
final class Signature {

    static final int BYTES = 10;

    private static final String ALGORITHM = "HmacSHA256";
    /** The same secret may sign other things; this signature is good for return addresses only. */
    private static final byte[] PURPOSE = "tocsin return address\0".getBytes(StandardCharsets.UTF_8);

    private final SecretKeySpec key;

    Signature(String secret) {
        key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    byte[] of(UUID delivery) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(PURPOSE);
            return Arrays.copyOf(mac.doFinal(bytes(delivery)), BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()).array();
    }
}
