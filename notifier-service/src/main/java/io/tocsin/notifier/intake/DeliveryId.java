package io.tocsin.notifier.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * The id of a delivery follows from its notification and its recipient (RFC 9562 §5.8), and the Message-ID from it: even a service
 * which has lost its tables sends a repeated notification as a copy of the same mail.
 */
final class DeliveryId {

    private DeliveryId() {}

    static UUID of(UUID notification, String recipient) {
        var hash = sha256();
        hash.update(ByteBuffer.allocate(16)
                .putLong(notification.getMostSignificantBits())
                .putLong(notification.getLeastSignificantBits())
                .array());
        var bytes = ByteBuffer.wrap(hash.digest(recipient.getBytes(StandardCharsets.UTF_8)));
        return new UUID(bytes.getLong() & ~0xF000L | 0x8000L, bytes.getLong() >>> 2 | 0x8000_0000_0000_0000L);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
