package io.tocsin.notifier.smtp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class GatheringSocketTest {

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private ServerSocket server;
    private Socket socket;
    private Socket other;

    @BeforeEach
    void connect() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        socket = new EagerSockets(new WriteGuard(timer, Duration.ofMillis(300))).createSocket("localhost", server
                .getLocalPort());
        other = server.accept();
    }

    @AfterEach
    void close() throws IOException {
        socket.close();
        other.close();
        server.close();
        timer.shutdownNow();
    }

    @Test
    void whatBelongsTogetherArrivesTogetherWhenTheAnswerIsAwaited() throws IOException {
        other.getOutputStream().write('!');
        say("MAIL ");
        say("RCPT ");
        say("DATA");

        assertThat(other.getInputStream().available()).isZero();
        assertThat(socket.getInputStream().read()).isEqualTo('!');
        assertThat(other.getInputStream().readNBytes(14)).asString(US_ASCII).isEqualTo("MAIL RCPT DATA");
    }

    @Test
    void whatNobodyWaitsForIsSaidAtTheEnd() throws IOException {
        say("QUIT");

        socket.close();

        assertThat(other.getInputStream().readAllBytes()).asString(US_ASCII).isEqualTo("QUIT");
    }

    @Test
    void muchArrivesWholeAndInItsOrder() throws IOException {
        var much = "0123456789".repeat(20_000);
        var sent = new Thread(() -> sayAndClose(much));
        sent.start();

        assertThat(other.getInputStream().readAllBytes()).asString(US_ASCII).isEqualTo("first " + much + " last");
    }

    @Test
    void aServerWhichDoesNotReadIsGivenUp() {
        var much = new byte[1 << 20];

        assertThatThrownBy(() -> {
            for (var i = 0; i < 100; i++) {
                socket.getOutputStream().write(much);
            }
        }).isInstanceOf(SocketException.class);
        assertThat(socket.isClosed()).isTrue();
    }

    private void sayAndClose(String much) {
        try {
            say("first ");
            say(much);
            say(" last");
            socket.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void say(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(US_ASCII));
        socket.getOutputStream().flush();
    }
}
