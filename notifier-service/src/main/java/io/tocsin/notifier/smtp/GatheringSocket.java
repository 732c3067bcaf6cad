package io.tocsin.notifier.smtp;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/**
 * What is written goes out when its answer is waited for: the envelope and DATA in one packet, and a mail with its end in as few as
 * possible. The library writes each command by itself, which costs a system call on both sides, and a reply of its own.
 */
final class GatheringSocket extends Socket {

    private final WriteGuard guard;
    private GatheredOutput output;

    GatheringSocket(WriteGuard guard) {
        this.guard = guard;
    }

    @Override
    public synchronized OutputStream getOutputStream() throws IOException {
        if (output == null) {
            output = new GatheredOutput(super.getOutputStream(), guard.over(super::close));
        }
        return output;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(super.getInputStream()) {

            @Override
            public int read() throws IOException {
                sendGathered();
                return in.read();
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                sendGathered();
                return in.read(into, offset, length);
            }
        };
    }

    /** What is left, such as QUIT, whose answer nobody waits for, is still said. */
    @Override
    public void close() throws IOException {
        try {
            if (isConnected() && !isClosed()) {
                sendGathered();
            }
        } catch (IOException e) {
            // the server was faster
        } finally {
            super.close();
        }
    }

    private void sendGathered() throws IOException {
        GatheredOutput gathered;
        synchronized (this) {
            gathered = output;
        }
        if (gathered != null) {
            gathered.send();
        }
    }
}
