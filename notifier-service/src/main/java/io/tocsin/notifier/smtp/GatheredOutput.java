package io.tocsin.notifier.smtp;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Keeps what is written until it is sent, or too much. Flushes are what it is there to leave out. */
final class GatheredOutput extends OutputStream {

    private static final int USUAL = 16 * 1024;
    private static final int MOST = 64 * 1024;

    private final OutputStream out;
    private final WriteGuard.Watch watch;
    private byte[] gathered = new byte[USUAL];
    private int size;

    /** @param watch ends a write which the other side does not read */
    GatheredOutput(OutputStream out, WriteGuard.Watch watch) {
        this.out = out;
        this.watch = watch;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[]{ (byte) octet }, 0, 1);
    }

    @Override
    public synchronized void write(byte[] octets, int offset, int length) throws IOException {
        if (size + length > MOST) {
            send();
        }
        if (length > MOST) {
            watch.during(() -> out.write(octets, offset, length));
            return;
        }
        if (size + length > gathered.length) {
            gathered = Arrays.copyOf(gathered, Math.min(MOST, Math.max(size + length, 2 * gathered.length)));
        }
        System.arraycopy(octets, offset, gathered, size, length);
        size += length;
    }

    synchronized void send() throws IOException {
        if (size > 0) {
            var length = size;
            size = 0;
            watch.during(() -> out.write(gathered, 0, length));
        }
    }

    @Override
    public void close() throws IOException {
        send();
        out.close();
    }
}
