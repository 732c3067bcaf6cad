package io.tocsin.query.term;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

import io.tocsin.model.Scope;

/**
 * A term is CRC-32C (RFC 3720) of its kind and text, XOR that of its scope: the same in every release, for it is stored. 32 bits are
 * enough, since a term only narrows down where the exact condition has to look: among fifty million different terms one in a
 * hundred has a namesake, which costs a few rows looked at in vain.
 */
final class TermHash {

    /** What the text of a term is; the letter is part of the hash. */
    enum Kind {
        WORD('w'), TAG('t'), HOST('h'), SOURCE('s'), SEVERITY('v'), PRIORITY('p'), ATTRIBUTE('a'), OVERFLOW('o');

        private final byte letter;

        Kind(char letter) {
            this.letter = (byte) letter;
        }
    }

    private final CRC32C crc = new CRC32C();
    private final int scope;

    TermHash(Scope scope) {
        update(scope.organization());
        crc.update(0);
        update(scope.accountGroup());
        this.scope = (int) crc.getValue();
    }

    int of(Kind kind, String text) {
        crc.reset();
        crc.update(kind.letter);
        update(text);
        return (int) crc.getValue() ^ scope;
    }

    /** Stands for all terms of an event which has too many. */
    int overflow() {
        return of(Kind.OVERFLOW, "");
    }

    private void update(String text) {
        crc.update(text.getBytes(StandardCharsets.UTF_8));
    }
}
