package io.tocsin.notifier.chart;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes a picture of few colours as PNG (RFC 2083): indexed, of which only the ground is transparent. */
final class Png {

    private static final byte[] SIGNATURE = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n' };
    private static final byte BITS = 8;
    private static final byte INDEXED = 3;

    private Png() {}

    /** @param palette as 0xRRGGBB; the first is the ground */
    static byte[] of(Canvas canvas, int... palette) {
        var png = new ByteArrayOutputStream();
        png.writeBytes(SIGNATURE);
        chunk(png, "IHDR", ByteBuffer.allocate(13)
                .putInt(canvas.width())
                .putInt(canvas.height())
                .put(BITS)
                .put(INDEXED)
                .array());
        chunk(png, "PLTE", colours(palette));
        chunk(png, "tRNS", new byte[]{ 0 });
        chunk(png, "IDAT", deflated(lines(canvas)));
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
        var checked = ByteBuffer.allocate(4 + data.length).put(type.getBytes(StandardCharsets.US_ASCII)).put(data).array();
        var checksum = new CRC32();
        checksum.update(checked);
        png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        png.writeBytes(checked);
        png.writeBytes(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
    }

    private static byte[] colours(int... palette) {
        var colours = ByteBuffer.allocate(3 * palette.length);
        for (int colour : palette) {
            colours.put((byte) (colour >> 16)).put((byte) (colour >> 8)).put((byte) colour);
        }
        return colours.array();
    }

    /** Each line begins with its filter: none. */
    private static byte[] lines(Canvas canvas) {
        var lines = ByteBuffer.allocate((canvas.width() + 1) * canvas.height());
        for (int y = 0; y < canvas.height(); y++) {
            lines.put((byte) 0).put(canvas.line(y));
        }
        return lines.array();
    }

    private static byte[] deflated(byte[] data) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(data);
            deflater.finish();
            var out = new ByteArrayOutputStream();
            var buffer = new byte[8192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }
}
