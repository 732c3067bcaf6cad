package io.tocsin.notifier.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A mail server which announces PIPELINING, and answers an envelope only when all of it and DATA have come: whoever waits for each reply
 * waits for ever. One connection after the other.
 */
final class PipeliningServer implements AutoCloseable {

    private static final String KEPT = "250 2.0.0 kept";

    private final ServerSocket server;
    private final Queue<List<String>> envelopes = new ArrayDeque<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<String> contents = new CopyOnWriteArrayList<>();

    PipeliningServer() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        var thread = new Thread(this::serve, "pipelining-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** The answers to MAIL, RCPT and DATA of the next envelope; none to hang up instead. */
    PipeliningServer answering(String... replies) {
        envelopes.add(List.of(replies));
        return this;
    }

    int port() {
        return server.getLocalPort();
    }

    /** The verbs that came, in their order. */
    List<String> commands() {
        return List.copyOf(commands);
    }

    List<String> contents() {
        return List.copyOf(contents);
    }

    private void serve() {
        while (!server.isClosed()) {
            try (var client = server.accept()) {
                talk(client);
            } catch (IOException e) {
                // the client went, or the test is over
            }
        }
    }

    private void talk(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        say(client, "220 test");
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            switch (verb(line)) {
                case "EHLO" -> say(client, "250-test", "250 PIPELINING");
                case "MAIL" -> {
                    if (!takeEnvelope(client, in)) {
                        return;
                    }
                }
                default -> say(client, "250 ok");
            }
        }
    }

    private boolean takeEnvelope(Socket client, BufferedReader in) throws IOException {
        verb(in.readLine());
        verb(in.readLine());
        var replies = envelopes.remove();
        if (replies.isEmpty()) {
            return false;
        }
        say(client, replies.toArray(String[]::new));
        if (replies.get(2).startsWith("354")) {
            contents.add(content(in));
            say(client, replies.get(1).startsWith("250") ? KEPT : "554 5.5.1 no valid recipients");
        }
        return true;
    }

    private static String content(BufferedReader in) throws IOException {
        var content = new StringBuilder();
        for (var line = in.readLine(); !".".equals(line); line = in.readLine()) {
            content.append(line).append('\n');
        }
        return content.toString();
    }

    private String verb(String line) {
        var verb = line.substring(0, 4);
        commands.add(verb);
        return verb;
    }

    private static void say(Socket client, String... lines) throws IOException {
        client.getOutputStream().write((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
