package io.tocsin.notifier.bounce;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.tocsin.outbox.wire.ServiceCredential;

/** Words which name a delivery and cannot be made up: 16 bytes of its id and 10 of a signature. */
@ApplicationScoped
class ReturnTokens {

    /** How long every token is: base 32, since mail servers may change the case of an address on its way. */
    static final int LENGTH = 42;

    private static final int RADIX = 32;
    private static final int BYTES = 16 + Signature.BYTES;

    private final Signature signature;

    @Inject
    ReturnTokens(BounceConfig config, ServiceCredential credential) {
        this(config.secretFile().map(ReturnTokens::contentOf).or(config::secret).orElseGet(credential::header));
    }

    ReturnTokens(String secret) {
        signature = new Signature(secret);
    }

    /** Letters and digits only, always the same for the same delivery. */
    String of(UUID delivery) {
        var bytes = ByteBuffer.allocate(BYTES).put(Signature.bytes(delivery)).put(signature.of(delivery)).array();
        var digits = new BigInteger(1, bytes).toString(RADIX);
        return "0".repeat(LENGTH - digits.length()) + digits;
    }

    /** The delivery, empty when this is no token of ours. */
    Optional<UUID> read(String token) {
        if (token.length() != LENGTH || !token.matches("[0-9a-vA-V]+")) {
            return Optional.empty();
        }
        var number = new BigInteger(token.toLowerCase(Locale.ROOT), RADIX);
        return number.bitLength() > BYTES * Byte.SIZE ? Optional.empty() : verified(bytes(number));
    }

    private Optional<UUID> verified(ByteBuffer bytes) {
        var delivery = new UUID(bytes.getLong(), bytes.getLong());
        var given = new byte[Signature.BYTES];
        bytes.get(given);
        return MessageDigest.isEqual(given, signature.of(delivery)) ? Optional.of(delivery) : Optional.empty();
    }

    /** As many as there are, whatever zeros the number begins with. */
    private static ByteBuffer bytes(BigInteger number) {
        var digits = number.toByteArray();
        var from = Math.max(0, digits.length - BYTES);
        var bytes = ByteBuffer.allocate(BYTES);
        bytes.position(BYTES - (digits.length - from));
        return bytes.put(digits, from, digits.length - from).rewind();
    }

    private static String contentOf(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalStateException("cannot read tocsin.notifier.bounces.secret-file " + file + ": " + e.getMessage(),
                    e);
        }
    }
}
