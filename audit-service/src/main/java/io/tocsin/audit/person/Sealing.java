package io.tocsin.audit.person;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/** Encrypts what is personal in the entries of one commit. What is dear to make is made once for all of them; not for two threads. */
public final class Sealing {

    private static final int SALT_BYTES = 16;
    private static final int RESERVE = 4096;

    private final Cipher cipher = Person.cipher();
    private final SecureRandom random;
    private final ByteBuffer reserve = ByteBuffer.allocate(RESERVE).limit(0);

    Sealing(SecureRandom random) {
        this.random = random;
    }

    /** Without which what is committed to could be guessed. */
    public String salt() {
        return Base64.getEncoder().encodeToString(unpredictable(SALT_BYTES));
    }

    /** What belongs to one entry cannot be read as another's. */
    public String seal(String text, Person of, UUID entry) {
        try {
            var nonce = unpredictable(Person.NONCE_BYTES);
            cipher.init(Cipher.ENCRYPT_MODE, of.key(), new GCMParameterSpec(Person.TAG_BITS, nonce));
            cipher.updateAAD(entry.toString().getBytes(StandardCharsets.US_ASCII));
            var sealed = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder()
                    .encodeToString(ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("personal data cannot be encrypted: " + e.getMessage(), e);
        }
    }

    private byte[] unpredictable(int count) {
        if (reserve.remaining() < count) {
            random.nextBytes(reserve.clear().array());
        }
        var bytes = new byte[count];
        reserve.get(bytes);
        return bytes;
    }
}
