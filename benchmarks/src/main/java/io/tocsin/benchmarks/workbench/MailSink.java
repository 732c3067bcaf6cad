package io.tocsin.benchmarks.workbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A mail server that takes everything at once, over any number of connections, and keeps nothing but the moment at which a mail had
 * come in whole. One thread without locks: it should cost little beside what it measures.
 */
public final class MailSink implements AutoCloseable {

    private static final int BACKLOG = 4096;

    private final Map<String, CompletableFuture<Long>> awaited = new ConcurrentHashMap<>();
    private final AtomicLong mails = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong connections = new AtomicLong();
    private final Selector selector;
    private final ServerSocketChannel server;
    private final ByteBuffer in = ByteBuffer.allocateDirect(1 << 16);
    private final Thread thread = new Thread(this::serve, "mail-sink");

    /** What came in until now, or between two looks. */
    public record Taken(long mails, long bytes, long connections) {

        public Taken since(Taken before) {
            return new Taken(mails - before.mails, bytes - before.bytes, connections - before.connections);
        }
    }

    public MailSink() {
        try {
            selector = Selector.open();
            server = ServerSocketChannel.open();
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
            server.configureBlocking(false);
            server.register(selector, SelectionKey.OP_ACCEPT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread.setDaemon(true);
        thread.start();
    }

    public String url() {
        return "smtp://" + address();
    }

    /** Host and port. */
    public String address() {
        return "127.0.0.1:" + server.socket().getLocalPort();
    }

    public Taken taken() {
        return new Taken(mails.get(), bytes.get(), connections.get());
    }

    /** Completes with the {@link System#nanoTime} at the end of the next mail to this address. */
    public CompletableFuture<Long> nextMailTo(String address) {
        var arrival = new CompletableFuture<Long>();
        awaited.put(address, arrival);
        return arrival;
    }

    void arrived(List<String> recipients, long size) {
        var now = System.nanoTime();
        mails.incrementAndGet();
        bytes.addAndGet(size);
        recipients.stream()
                .map(awaited::remove)
                .filter(Objects::nonNull)
                .forEach(arrival -> arrival.completeAsync(() -> now));
    }

    @Override
    public void close() {
        try {
            server.close();
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve() {
        while (selector.isOpen()) {
            try {
                selector.select(this::serve);
            } catch (IOException e) {
                Report.progress("the mail sink fails: " + e);
            }
        }
    }

    private void serve(SelectionKey key) {
        try {
            if (key.isAcceptable()) {
                accept();
            } else {
                ((SinkConversation) key.attachment()).goOn(in);
            }
        } catch (IOException e) {
            key.cancel();
        }
    }

    private void accept() throws IOException {
        for (var client = server.accept(); client != null; client = server.accept()) {
            connections.incrementAndGet();
            client.configureBlocking(false);
            client.setOption(StandardSocketOptions.TCP_NODELAY, true);
            client.register(selector, SelectionKey.OP_READ, new SinkConversation(client, this));
        }
    }
}
