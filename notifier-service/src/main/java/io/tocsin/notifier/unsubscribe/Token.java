package io.tocsin.notifier.unsubscribe;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a link says: the delivery in whose mail it stands, and what it unsubscribes from with one click. Neither an address nor a
 * name is in it, so none gets into the logs of those who see the URL. 46 characters: version, reach, delivery, signature.
 */
record Token(UUID delivery, Reach reach) {

    private static final byte VERSION = 1;
    private static final int CONTENT = 18;

    String signedWith(SigningKey key) {
        var content = content();
        var signed = ByteBuffer.allocate(CONTENT + SigningKey.SIGNATURE).put(content).put(key.sign(content)).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    }

    /** Empty when it is cut, forged, or signed with a key that is not in use any more. */
    static Optional<Token> read(String text, List<SigningKey> keys) {
        return bytes(text)
                .filter(bytes -> bytes.length == CONTENT + SigningKey.SIGNATURE && bytes[0] == VERSION)
                .filter(bytes -> isSigned(bytes, keys))
                .map(Token::of);
    }

    private static Optional<byte[]> bytes(String text) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isSigned(byte[] bytes, List<SigningKey> keys) {
        var content = Arrays.copyOf(bytes, CONTENT);
        var signature = Arrays.copyOfRange(bytes, CONTENT, bytes.length);
        return keys.stream().anyMatch(key -> key.signed(content, signature));
    }

    private static Token of(byte[] bytes) {
        var content = ByteBuffer.wrap(bytes, 2, 16);
        return new Token(new UUID(content.getLong(), content.getLong()), Reach.values()[bytes[1]]);
    }

    private byte[] content() {
        return ByteBuffer.allocate(CONTENT)
                .put(VERSION)
                .put((byte) reach.ordinal())
                .putLong(delivery.getMostSignificantBits())
                .putLong(delivery.getLeastSignificantBits())
                .array();
    }
}
