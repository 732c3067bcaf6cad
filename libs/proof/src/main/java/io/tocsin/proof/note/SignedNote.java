package io.tocsin.proof.note;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A note that was read.
 *
 * @param text what was signed
 * @param signatures the lines below it; those of unknown keys do no harm, as witnesses may add theirs
 */
public record SignedNote(String text, List<String> signatures) {

    static final String DASH = "\u2014 ";

    public SignedNote {
        signatures = List.copyOf(signatures);
    }

    /** Fails with {@link NoteRefused}. */
    public static SignedNote parse(String note) {
        var end = note.lastIndexOf("\n\n");
        if (end < 0 || !note.endsWith("\n")) {
            throw new NoteRefused("this is no signed note");
        }
        return new SignedNote(note.substring(0, end + 1), note.substring(end + 2).lines().toList());
    }

    /** Returns the key which signed it; fails with {@link NoteRefused} when none of these did. */
    public NoteKey verify(List<NoteKey> keys) {
        for (var line : signatures) {
            for (var key : keys) {
                if (isBy(key, line)) {
                    return key;
                }
            }
        }
        throw new NoteRefused("none of the keys given has signed it");
    }

    private boolean isBy(NoteKey key, String line) {
        var words = line.split(" ");
        if (words.length != 3 || !line.startsWith(DASH)) {
            return false;
        }
        try {
            var bytes = Base64.getDecoder().decode(words[2]);
            return Base64.getEncoder().encodeToString(bytes).equals(words[2]) && bytes.length > NoteKey.ID_BYTES
                    && Arrays.equals(bytes, 0, NoteKey.ID_BYTES, key.idBytes(words[1]), 0, NoteKey.ID_BYTES)
                    && verifies(key, Arrays.copyOfRange(bytes, NoteKey.ID_BYTES, bytes.length));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private boolean verifies(NoteKey key, byte[] signature) {
        try {
            var check = Signature.getInstance("Ed25519");
            check.initVerify(key.key());
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
