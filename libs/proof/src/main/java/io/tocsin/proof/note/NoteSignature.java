package io.tocsin.proof.note;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * One line below a note: {@code — signer base64}, where the bytes are the id of the key, and what it signed with (C2SP signed-note).
 */
record NoteSignature(String line, String signer, byte[] bytes) {

    static final String DASH = "\u2014 ";

    private static final Pattern LINE = Pattern.compile(DASH + "([^\\s+]+) ([A-Za-z0-9+/]+={0,2})");

    /** Fails with {@link NoteRefused}. */
    static NoteSignature parse(String line) {
        var match = LINE.matcher(line);
        if (!match.matches()) {
            throw malformed();
        }
        return new NoteSignature(line, match.group(1), bytes(match.group(2)));
    }

    private static byte[] bytes(String base64) {
        try {
            var bytes = Base64.getDecoder().decode(base64);
            if (bytes.length > NoteKey.ID_BYTES && Base64.getEncoder().encodeToString(bytes).equals(base64)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
        throw malformed();
    }

    private static NoteRefused malformed() {
        return new NoteRefused("a line below it is no signature");
    }

    boolean claimsToBeBy(NoteKey key) {
        return Arrays.equals(bytes, 0, NoteKey.ID_BYTES, key.idBytes(signer), 0, NoteKey.ID_BYTES);
    }

    boolean verifies(NoteKey key, String text) {
        try {
            var check = Signature.getInstance("Ed25519");
            check.initVerify(key.key());
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(bytes, NoteKey.ID_BYTES, bytes.length - NoteKey.ID_BYTES);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
