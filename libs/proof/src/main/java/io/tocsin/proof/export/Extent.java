package io.tocsin.proof.export;

import java.util.List;

import io.tocsin.proof.TreeHead;
import io.tocsin.proof.export.Finding.Kind;
import io.tocsin.proof.note.NoteKey;
import io.tocsin.proof.note.NoteRefused;
import io.tocsin.proof.note.SignedNote;

/**
 * What an export promises to hold.
 *
 * @param head below which its entries stand, of a signature which was checked
 */
record Extent(ExportHeader header, TreeHead head) {

    static Extent promisedBy(ExportHeader header, List<NoteKey> keys) {
        try {
            var note = SignedNote.parse(header.head());
            note.verify(keys);
            return new Extent(header, TreeHead.parse(header.organization(), note.text()));
        } catch (NoteRefused | IllegalArgumentException e) {
            throw new Tampered(Kind.UNPROVEN, 1, "the head proves nothing: " + e.getMessage());
        }
    }

    long first() {
        return header.from();
    }

    long last() {
        return header.to();
    }

    boolean reachesHead() {
        return last() == head.entries();
    }

    void requireCovered() {
        if (first() < 1 || last() > head.entries() || last() < first() - 1) {
            throw new Tampered(Kind.UNPROVEN, 1, "the signed head covers " + head.entries() + " entries, and not entries "
                    + first() + " to " + last());
        }
    }

    /** @param next the entry at which the other one must go on */
    void requireSame(ExportHeader other, long next) {
        if (!other.head().equals(header.head()) || !other.organization().equals(header.organization()) || other.from() != next
                || other.to() != last()) {
            throw new Tampered(Kind.UNPROVEN, next, "another export begins here, which does not go on with this one");
        }
    }

    /**
     * @param next the entry before which the file ends
     * @param partly whether less than the whole log up to the head will do
     */
    void requireEnd(long next, boolean partly) {
        if (next <= last()) {
            throw new Tampered(Kind.DROPPED, next, "it is missing: the file ends before it");
        }
        if (!partly && first() != 1) {
            throw new Tampered(Kind.DROPPED, 1, "the file begins with entry " + first()
                    + " only; if just a part was exported, say so with --part");
        }
        if (!partly && !reachesHead()) {
            throw new Tampered(Kind.DROPPED, next, "it is missing: the signed head covers " + head.entries()
                    + " entries; if just a part was exported, say so with --part");
        }
    }
}
