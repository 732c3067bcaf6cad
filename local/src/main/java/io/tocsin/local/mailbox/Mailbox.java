package io.tocsin.local.mailbox;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import io.tocsin.local.process.Ports;
import io.vertx.core.Vertx;

/** Where the mails of this machine end up: an SMTP server, a folder, and a page. */
public final class Mailbox implements AutoCloseable {

    private static final int SMTP_PORT = 1025;
    private static final int PAGE_PORT = 8025;

    private final MailStore store;
    private final MailServer server;
    private final MailboxPage page;

    private Mailbox(Vertx vertx, Path folder, InetSocketAddress smtp, InetSocketAddress page) {
        this.store = MailStore.in(folder, Clock.systemUTC());
        this.server = new MailServer(store, smtp);
        this.page = new MailboxPage(vertx, store, page);
    }

    /** On the ports that people expect when they are free, else on others. */
    public static Mailbox onUsualPorts(Vertx vertx, Path folder) {
        return new Mailbox(vertx, folder, here(Ports.preferably(SMTP_PORT)), here(Ports.preferably(PAGE_PORT))).start();
    }

    public static Mailbox onFreePorts(Vertx vertx, Path folder) {
        return new Mailbox(vertx, folder, here(Ports.free()), here(Ports.free())).start();
    }

    /** For other machines too, such as the pods of a cluster which is being tried. */
    public static Mailbox onEveryAddress(Vertx vertx, Path folder) {
        return new Mailbox(vertx, folder, new InetSocketAddress(SMTP_PORT), new InetSocketAddress(PAGE_PORT)).start();
    }

    private static InetSocketAddress here(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    private Mailbox start() {
        server.start();
        page.start();
        return this;
    }

    /** Where people look. */
    public URI url() {
        return URI.create("http://localhost:" + page.port());
    }

    /** Where the notifier delivers. */
    public URI smtpUrl() {
        return URI.create("smtp://127.0.0.1:" + server.port());
    }

    /** All mails, the latest first. */
    public List<Mail> mails() {
        return store.all();
    }

    public Optional<MailContent> content(String id) {
        return store.source(id).map(MailReader::content);
    }

    @Override
    public void close() {
        page.stop();
        server.stop();
    }
}
