package io.tocsin.local.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** Takes mail for everybody by SMTP, and says 250 once it is kept. */
final class MailServer {

    private static final int MAX_MESSAGE_SIZE = 25 << 20;

    private final MailStore store;
    private final SMTPServer server;

    MailServer(MailStore store, InetSocketAddress address) {
        this.store = store;
        this.server = SMTPServer.port(address.getPort())
                .bindAddress(address.getAddress())
                .hostName("localhost")
                .softwareName("Tocsin mailbox")
                .maxMessageSize(MAX_MESSAGE_SIZE)
                .insertReceivedHeaders(false)
                .messageHandlerFactory(context -> new Transaction())
                .build();
    }

    void start() {
        server.start();
    }

    void stop() {
        server.stop();
    }

    int port() {
        return server.getPortAllocated();
    }

    /** One MAIL, its RCPTs and its DATA. */
    private final class Transaction implements MessageHandler {

        private final List<String> recipients = new ArrayList<>();
        private String sender;

        @Override
        public void from(String from) {
            sender = from;
        }

        @Override
        public void recipient(String recipient) {
            recipients.add(recipient);
        }

        @Override
        public String data(InputStream data) throws RejectException, IOException {
            try {
                return "kept as " + store.add(new Mail.Envelope(sender, recipients), data.readAllBytes()).id();
            } catch (IOException e) {
                throw new RejectException(452, "Cannot keep the mail: " + e.getMessage());
            }
        }

        @Override
        public void done() {
            recipients.clear();
        }
    }
}
