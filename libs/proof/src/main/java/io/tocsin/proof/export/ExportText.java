package io.tocsin.proof.export;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** The lines of an export, compressed or not. A line is decoded by itself, so that damage further down harms no line before it. */
final class ExportText {

    private static final int GZIP_MAGIC = 0x1f;

    private ExportText() {}

    static BufferedReader open(Path file) throws IOException {
        var bytes = new PushbackInputStream(Files.newInputStream(file));
        var first = bytes.read();
        if (first >= 0) {
            bytes.unread(first);
        }
        InputStream text = first == GZIP_MAGIC ? new UpToWhereItBreaksOff(new GZIPInputStream(bytes)) : bytes;
        return new BufferedReader(new InputStreamReader(text, StandardCharsets.ISO_8859_1));
    }

    /** Fails with {@link IllegalArgumentException} for what is no UTF-8: replaced by something else it could stand for anything. */
    static String decoded(String line) {
        try {
            var bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.ISO_8859_1));
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("the line is not UTF-8", e);
        }
    }

    /** What came of a compressed download which broke off is worth as much as of a plain one. */
    private static final class UpToWhereItBreaksOff extends FilterInputStream {

        UpToWhereItBreaksOff(GZIPInputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                return super.read(bytes, offset, length);
            } catch (EOFException e) {
                return -1;
            }
        }
    }
}
