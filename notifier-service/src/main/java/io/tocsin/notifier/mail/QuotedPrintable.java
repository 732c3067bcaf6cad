package io.tocsin.notifier.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Text in UTF-8 as RFC 2045 §6.7 writes it: what is ASCII stays readable, and no line is longer than 76 characters. All at once, since the
 * library encodes byte by byte through several streams, which took a fifth of the time of a mail.
 */
final class QuotedPrintable {

    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    /** Less the {@code =} which says that the line goes on. */
    private static final int LONGEST = 75;

    private final byte[] text;
    private final ByteArrayOutputStream out;
    private int column;

    private QuotedPrintable(String text) {
        this.text = text.getBytes(StandardCharsets.UTF_8);
        this.out = new ByteArrayOutputStream(this.text.length + this.text.length / 8);
    }

    static byte[] encode(String text) {
        return new QuotedPrintable(text).encoded();
    }

    private byte[] encoded() {
        for (var at = 0; at < text.length; at++) {
            if (text[at] == '\r' && isLineFeed(at + 1)) {
                continue;
            }
            if (text[at] == '\n') {
                endLine();
            } else if (isPlain(at)) {
                makeRoom(1);
                out.write(text[at]);
                column++;
            } else {
                escape(text[at]);
            }
        }
        return out.toByteArray();
    }

    /** White space at the end of a line would be lost on the way. */
    private boolean isPlain(int at) {
        var each = text[at];
        return each == ' ' || each == '\t'
                ? at + 1 < text.length && !isLineFeed(at + 1) && text[at + 1] != '\r'
                : each > ' ' && each < 127 && each != '=';
    }

    private boolean isLineFeed(int at) {
        return at < text.length && text[at] == '\n';
    }

    private void escape(byte each) {
        makeRoom(3);
        out.write('=');
        out.write(HEX[each >> 4 & 0xF]);
        out.write(HEX[each & 0xF]);
        column += 3;
    }

    private void makeRoom(int wanted) {
        if (column + wanted > LONGEST) {
            out.write('=');
            endLine();
        }
    }

    private void endLine() {
        out.write('\r');
        out.write('\n');
        column = 0;
    }
}
