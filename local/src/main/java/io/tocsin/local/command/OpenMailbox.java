package io.tocsin.local.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

import io.tocsin.local.mailbox.Mailbox;
import io.vertx.core.Vertx;

/** {@code mailbox}: the mailbox alone, for everybody who reaches this machine; where mails of a cluster go that is being tried. */
final class OpenMailbox {

    private final Path folder;

    OpenMailbox(List<String> words) {
        folder = Path.of(Arguments.parse(words, Set.of("--data")).require("--data"));
    }

    /** Until it is stopped. */
    void run() {
        var vertx = Vertx.vertx();
        var stopped = new CountDownLatch(1);
        try (var mailbox = Mailbox.onEveryAddress(vertx, folder)) {
            Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown, "stop"));
            System.out.println("Mails are taken at " + mailbox.smtpUrl() + " and shown at " + mailbox.url());
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            vertx.close();
        }
    }
}
