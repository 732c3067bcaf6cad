package io.tocsin.benchmarks.workbench;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server that keeps nothing but the moment at which a mail had come in whole. */
public final class MailSink implements AutoCloseable {

    /** Held, because a logger that nobody holds forgets its level. */
    private static final Logger LOG = Logger.getLogger("org.subethamail");

    private final Map<String, CompletableFuture<Long>> awaited = new ConcurrentHashMap<>();
    private final SMTPServer server = SMTPServer.port(0)
            .bindAddress(InetAddress.getLoopbackAddress())
            .hostName("localhost")
            .insertReceivedHeaders(false)
            .messageHandlerFactory(context -> new Transaction())
            .build();

    public MailSink() {
        LOG.setLevel(Level.WARNING);
        server.start();
    }

    public String url() {
        return "smtp://127.0.0.1:" + server.getPortAllocated();
    }

    /** Completes with the {@link System#nanoTime} at the end of the next mail to this address. */
    public CompletableFuture<Long> nextMailTo(String address) {
        var arrival = new CompletableFuture<Long>();
        awaited.put(address, arrival);
        return arrival;
    }

    @Override
    public void close() {
        server.stop();
    }

    private final class Transaction implements MessageHandler {

        private final List<String> recipients = new ArrayList<>();

        @Override
        public void from(String from) {}

        @Override
        public void recipient(String recipient) {
            recipients.add(recipient);
        }

        @Override
        public String data(InputStream data) throws IOException {
            data.readAllBytes();
            var arrived = System.nanoTime();
            recipients.stream()
                    .map(awaited::remove)
                    .filter(java.util.Objects::nonNull)
                    .forEach(arrival -> arrival.complete(arrived));
            return "taken";
        }

        @Override
        public void done() {
            recipients.clear();
        }
    }
}
