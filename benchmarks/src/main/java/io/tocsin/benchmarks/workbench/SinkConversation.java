package io.tocsin.benchmarks.workbench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One client of the {@link MailSink}: as much of SMTP as a client needs who makes no mistakes, pipelining included. */
final class SinkConversation {

    private static final byte[] END = "\r\n.\r\n".getBytes(StandardCharsets.US_ASCII);

    private final SocketChannel client;
    private final MailSink sink;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final StringBuilder out = new StringBuilder();
    private final List<String> recipients = new ArrayList<>();
    private boolean inContent;
    private int endSeen;
    private long size;

    SinkConversation(SocketChannel client, MailSink sink) throws IOException {
        this.client = client;
        this.sink = sink;
        say("220 localhost");
        answer();
    }

    /** Reads what is there and answers all of it. @param in one for all conversations */
    void goOn(ByteBuffer in) throws IOException {
        in.clear();
        if (client.read(in) < 0) {
            client.close();
            return;
        }
        in.flip();
        while (in.hasRemaining()) {
            if (inContent) {
                content(in.get());
            } else {
                command(in.get());
            }
        }
        answer();
    }

    private void content(byte next) {
        size++;
        if (next == END[endSeen]) {
            endSeen++;
        } else {
            endSeen = next == END[0] ? 1 : 0;
        }
        if (endSeen == END.length) {
            inContent = false;
            sink.arrived(recipients, size);
            say("250 2.0.0 taken");
        }
    }

    private void command(byte next) throws IOException {
        if (next != '\n') {
            line.write(next);
            return;
        }
        var text = line.toString(StandardCharsets.UTF_8).strip();
        line.reset();
        obey(text.length() < 4 ? text : text.substring(0, 4).toUpperCase(), text);
    }

    private void obey(String verb, String text) throws IOException {
        switch (verb) {
            case "EHLO" -> say("250-localhost\r\n250-PIPELINING\r\n250 8BITMIME");
            case "MAIL", "RSET" -> {
                recipients.clear();
                say("250 2.1.0 ok");
            }
            case "RCPT" -> {
                recipients.add(text.substring(text.indexOf('<') + 1, text.indexOf('>')));
                say("250 2.1.5 ok");
            }
            case "DATA" -> beginContent();
            case "QUIT" -> {
                say("221 2.0.0 bye");
                answer();
                client.close();
            }
            default -> say("250 2.0.0 ok");
        }
    }

    private void beginContent() {
        inContent = true;
        endSeen = 2;
        size = 0;
        say("354 go ahead");
    }

    private void say(String reply) {
        out.append(reply).append("\r\n");
    }

    /** Replies are short: they fit into what the system buffers for a client that reads. */
    private void answer() throws IOException {
        if (out.length() > 0 && client.isOpen()) {
            client.write(ByteBuffer.wrap(out.toString().getBytes(StandardCharsets.US_ASCII)));
            out.setLength(0);
        }
    }
}
