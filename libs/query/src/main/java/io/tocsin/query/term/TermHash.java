package io.tocsin.query.term;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

import io.tocsin.model.Scope;

/**
 * A term is CRC-32C (RFC 3720) of its kind and text, XOR that of its scope: the same in every release, for it is stored. 32 bits are
 * enough, since a term only narrows down where the exact condition has to look: among fifty million different terms one in a
 * hundred has a namesake, which costs a few rows looked at in vain.
 *
 * <p>
 * An event has dozens of terms, so their texts are put together and hashed in one buffer. For one thread.
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

    private byte[] bytes = new byte[512];
    private int length;

    TermHash(Scope scope) {
        append(scope.organization());
        append('\0');
        append(scope.accountGroup());
        this.scope = crc();
    }

    int of(Kind kind, String text) {
        begin(kind);
        append(text);
        return hash();
    }

    /** Stands for all terms of an event which has too many. */
    int overflow() {
        return of(Kind.OVERFLOW, "");
    }

    /** Begins a term whose text comes in parts. */
    void begin(Kind kind) {
        length = 0;
        append((char) kind.letter);
    }

    void append(String text) {
        var start = length;
        var end = start + text.length();
        makeRoom(end);
        for (var at = 0; at < text.length(); at++) {
            var character = text.charAt(at);
            if (character >= 128) {
                appendEncoded(text, start);
                return;
            }
            bytes[start + at] = (byte) character;
        }
        length = end;
    }

    /** @param ascii a character of ASCII */
    void append(char ascii) {
        makeRoom(length + 1);
        bytes[length++] = (byte) ascii;
    }

    /** How long the text is by now. */
    int length() {
        return length;
    }

    /** Takes back what was appended since it was so long. */
    void truncate(int length) {
        this.length = length;
    }

    /** Of the text by now, which stays and may be longer the next time. */
    int hash() {
        return crc() ^ scope;
    }

    private int crc() {
        crc.reset();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }

    private void appendEncoded(String text, int start) {
        var encoded = text.getBytes(StandardCharsets.UTF_8);
        makeRoom(start + encoded.length);
        System.arraycopy(encoded, 0, bytes, start, encoded.length);
        length = start + encoded.length;
    }

    private void makeRoom(int needed) {
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, 2 * bytes.length));
        }
    }
}
