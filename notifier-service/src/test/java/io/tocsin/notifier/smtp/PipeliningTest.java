package io.tocsin.notifier.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;

import jakarta.mail.MessagingException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.tocsin.notifier.delivery.Outcome;
import io.tocsin.notifier.delivery.Outcome.ChannelDown;
import io.tocsin.notifier.delivery.Outcome.Delivered;
import io.tocsin.notifier.delivery.Outcome.Refused;
import io.tocsin.notifier.delivery.Outcome.TryAgain;
import io.tocsin.notifier.delivery.Reply;
import io.tocsin.notifier.delivery.Stage;

/** Envelope and DATA in one round trip (RFC 2920), and whose refusal it was all the same. */
@Timeout(30)
class PipeliningTest {

    private static final String OK = "250 2.1.0 ok";
    private static final String GO_AHEAD = "354 go ahead";

    private PipeliningServer server;
    private SmtpRelay relay;

    @BeforeEach
    void open() throws IOException {
        server = new PipeliningServer();
        relay = SmtpRelayTest.relay("localhost", server.port(), Map.of("reply-timeout", "5s"), null);
    }

    @AfterEach
    void close() {
        relay.close();
        server.close();
    }

    @Test
    void theEnvelopeGoesOutWithoutWaitingForEachReply() throws MessagingException {
        server.answering(OK, OK, GO_AHEAD).answering(OK, OK, GO_AHEAD);

        var first = send();
        var second = send();

        assertThat(first).isEqualTo(new Delivered(new Reply(250, "2.0.0", "250 2.0.0 kept")));
        assertThat(second).isEqualTo(first);
        assertThat(server.commands()).containsExactly("EHLO", "MAIL", "RCPT", "DATA", "MAIL", "RCPT", "DATA");
        assertThat(server.contents()).hasSize(2).allMatch(content -> content.contains("the body"));
    }

    @Test
    void aRefusedRecipientIsKnownAsSuchAndTheConnectionGoesOn() throws MessagingException {
        server.answering(OK, "550 5.1.1 No such user", "503 5.5.1 no recipients").answering(OK, OK, GO_AHEAD);

        var refused = send();
        var next = send();

        assertThat(refused).isEqualTo(new Refused(Stage.RCPT, new Reply(550, "5.1.1", "550 5.1.1 No such user")));
        assertThat(next).isInstanceOf(Delivered.class);
        assertThat(server.commands()).containsExactly("EHLO", "MAIL", "RCPT", "DATA", "RSET", "MAIL", "RCPT", "DATA");
    }

    @Test
    void aServerWhichWantsContentForNobodyGetsNone() throws MessagingException {
        server.answering(OK, "450 4.7.1 Greylisted", GO_AHEAD).answering(OK, OK, GO_AHEAD);

        var greylisted = send();
        var next = send();

        assertThat(greylisted).isEqualTo(new TryAgain(Stage.RCPT, new Reply(450, "4.7.1", "450 4.7.1 Greylisted")));
        assertThat(next).isInstanceOf(Delivered.class);
        assertThat(server.contents().get(0)).isEmpty();
    }

    @Test
    void aRefusedSenderIsKnownAsSuch() throws MessagingException {
        server.answering("550 5.7.1 Not as this sender", "503 5.5.1 no sender", "503 5.5.1 no sender");

        assertThat(send()).isEqualTo(new ChannelDown(Stage.MAIL, new Reply(550, "5.7.1", "550 5.7.1 Not as this sender"),
                true));
    }

    @Test
    void aRefusedContentIsKnownAsSuch() throws MessagingException {
        server.answering(OK, OK, "451 4.3.0 Not now");

        assertThat(send()).isEqualTo(new TryAgain(Stage.DATA, new Reply(451, "4.3.0", "451 4.3.0 Not now")));
    }

    @Test
    void aServerWhichClosedTheWaitingConnectionIsCalledAnew() throws MessagingException {
        server.answering(OK, OK, GO_AHEAD).answering().answering(OK, OK, GO_AHEAD);

        send();
        var next = send();

        assertThat(next).isInstanceOf(Delivered.class);
        assertThat(server.contents()).hasSize(2);
    }

    private Outcome send() throws MessagingException {
        return relay.send(SmtpRelayTest.mailTo(relay, "ann@example.org"));
    }
}
