package io.tocsin.proof.note;

import java.util.List;
import java.util.Optional;

/**
 * A note that was read.
 *
 * @param text what was signed
 * @param signatures the lines below it, each another; those of unknown keys do no harm, as witnesses may add theirs
 */
public record SignedNote(String text, List<NoteSignature> signatures) {

    public SignedNote {
        signatures = List.copyOf(signatures);
    }

    /** Fails with {@link NoteRefused}. */
    public static SignedNote parse(String note) {
        var end = note.lastIndexOf("\n\n");
        if (end < 0 || !note.endsWith("\n")) {
            throw new NoteRefused("this is no signed note");
        }
        var lines = List.of(note.substring(end + 2).split("\n"));
        if (lines.stream().distinct().count() < lines.size()) {
            throw new NoteRefused("it has a signature twice");
        }
        return new SignedNote(note.substring(0, end + 1), lines.stream().map(NoteSignature::parse).toList());
    }

    /** Returns the key which signed it; fails with {@link NoteRefused} when none of these did, or one of these did not in truth. */
    public NoteKey verify(List<NoteKey> keys) {
        var signers = signatures.stream().flatMap(signature -> signer(signature, keys).stream()).toList();
        if (signers.isEmpty()) {
            throw new NoteRefused("none of the keys given has signed it");
        }
        return signers.get(0);
    }

    private Optional<NoteKey> signer(NoteSignature signature, List<NoteKey> keys) {
        var claimed = keys.stream().filter(signature::claimsToBeBy).toList();
        var verified = claimed.stream().filter(key -> signature.verifies(key, text)).findFirst();
        if (verified.isEmpty() && !claimed.isEmpty()) {
            throw new NoteRefused("a signature below it is not what it says");
        }
        return verified;
    }
}
