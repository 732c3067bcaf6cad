package io.tocsin.dialects.datadog.v2;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import io.tocsin.dialects.datadog.DatadogRejected;

/** The uid of an event: 18 bytes in 24 characters of base64url. Ours are those of the UUID, then two zeros. */
public final class DatadogUids {

    private static final int BYTES = 18;
    private static final int CHARACTERS = 24;

    private DatadogUids() {}

    public static String of(UUID uid) {
        var bytes = ByteBuffer.allocate(BYTES)
                .putLong(uid.getMostSignificantBits())
                .putLong(uid.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    /** Empty for a uid which is none of ours. Fails with {@link DatadogRejected} when it is no uid at all. */
    public static Optional<UUID> parse(String text) {
        var bytes = ByteBuffer.wrap(decoded(text));
        var uid = new UUID(bytes.getLong(), bytes.getLong());
        return bytes.getShort() == 0 ? Optional.of(uid) : Optional.empty();
    }

    private static byte[] decoded(String text) {
        try {
            if (text.length() == CHARACTERS && text.indexOf('=') < 0) {
                return Base64.getUrlDecoder().decode(text);
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw DatadogRejected.invalid("The event_id must be the uid of an event: 24 characters of A-Z, a-z, 0-9, - and _");
    }
}
