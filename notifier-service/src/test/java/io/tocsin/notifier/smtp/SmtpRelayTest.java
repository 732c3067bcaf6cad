package io.tocsin.notifier.smtp;

import static io.tocsin.test.SmtpStage.CONTENT;
import static io.tocsin.test.SmtpStage.DATA;
import static io.tocsin.test.SmtpStage.MAIL;
import static io.tocsin.test.SmtpStage.RCPT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.tocsin.notifier.delivery.Outcome.ChannelDown;
import io.tocsin.notifier.delivery.Outcome.Delivered;
import io.tocsin.notifier.delivery.Outcome.TryAgain;
import io.tocsin.notifier.delivery.Reply;
import io.tocsin.notifier.delivery.Stage;
import io.tocsin.test.SmtpServer;
import io.tocsin.test.SmtpStage;

import javax.net.ssl.SSLContext;

class SmtpRelayTest {

    private static final String ANN = "ann@example.org";
    private static final String BOB = "bob@example.org";

    private SmtpServer smtp = SmtpServer.start();
    private SmtpRelay relay = relay(Map.of());

    @AfterEach
    void close() {
        relay.close();
        smtp.close();
    }

    @Test
    void tellsTheServersReplyToAnAcceptedMail() throws MessagingException {
        var outcome = relay.send(mailTo(ANN));

        assertThat(outcome).isEqualTo(new Delivered(new Reply(250, "2.0.0", "250 2.0.0 Ok: queued as T1")));
    }

    @Test
    void sendsMailAfterMailOverOneConnection() throws MessagingException {
        for (int i = 0; i < 5; i++) {
            relay.send(mailTo(ANN));
        }

        assertThat(smtp.mails()).hasSize(5);
        assertThat(smtp.connections()).isEqualTo(1);
    }

    @Test
    void closesAConnectionAfterItsShareOfMails() throws MessagingException {
        relay = relay(Map.of("mails-per-connection", "2"));

        for (int i = 0; i < 4; i++) {
            relay.send(mailTo(ANN));
        }

        assertThat(smtp.connections()).isEqualTo(2);
    }

    @Test
    void closesAConnectionForWhichNoMailComes() throws MessagingException {
        relay = relay(Map.of("idle", "1s"));

        relay.send(mailTo(ANN));

        assertThat(smtp.openConnections()).isEqualTo(1);
        Awaitility.await().untilAsserted(() -> assertThat(smtp.openConnections()).isZero());
    }

    @ParameterizedTest
    @CsvSource({
            "MAIL, 451, TryAgain", "MAIL, 421, TryAgain", "MAIL, 550, ChannelDown", "MAIL, 552, Refused",
            "RCPT, 450, TryAgain", "RCPT, 421, TryAgain", "RCPT, 550, Refused", "RCPT, 552, TryAgain", "RCPT, 530, ChannelDown",
            "DATA, 451, TryAgain", "DATA, 554, Refused",
            "CONTENT, 452, TryAgain", "CONTENT, 554, Refused", "CONTENT, 552, Refused" })
    void readsTheClassOfEveryRefusal(SmtpStage stage, int code, String expected) throws MessagingException {
        smtp.on(stage).answer(code, "a reason");

        var outcome = relay.send(mailTo(ANN));

        assertThat(outcome.getClass().getSimpleName()).isEqualTo(expected);
        assertThat(outcome.stage().name()).isEqualTo(stage.name());
        assertThat(outcome.reply()).isEqualTo(new Reply(code, null, code + " a reason"));
    }

    @Test
    void keepsTheConnectionAfterARefusedRecipient() throws MessagingException {
        smtp.on(RCPT).to(BOB).answer(550, "5.1.1 No such user");

        relay.send(mailTo(ANN));
        var refused = relay.send(mailTo(BOB));
        relay.send(mailTo(ANN));

        assertThat(refused.reply()).isEqualTo(new Reply(550, "5.1.1", "550 5.1.1 No such user"));
        assertThat(smtp.mailsTo(ANN)).hasSize(2);
        assertThat(smtp.connections()).isEqualTo(1);
    }

    @Test
    void triesAFullMailboxAgain() throws MessagingException {
        smtp.on(RCPT).answer(552, "5.2.2 Over quota");

        assertThat(relay.send(mailTo(ANN))).isInstanceOf(TryAgain.class);
    }

    @Test
    void opensAFreshConnectionWhenTheServerHasClosedTheWaitingOne() throws MessagingException {
        relay.send(mailTo(ANN));
        smtp.on(MAIL).once().shutDown();

        var outcome = relay.send(mailTo(ANN));

        assertThat(outcome).isInstanceOf(Delivered.class);
        assertThat(smtp.connections()).isEqualTo(2);
    }

    @Test
    void saysThatTheServerMayHaveAcceptedWhenItsAnswerToTheContentIsLost() throws MessagingException {
        smtp.on(CONTENT).once().keepAndHangUp();

        var outcome = relay.send(mailTo(ANN));

        assertThat(outcome).isInstanceOf(TryAgain.class);
        assertThat(outcome.stage()).isEqualTo(Stage.CONTENT);
        assertThat(outcome.reply().code()).isZero();
        assertThat(outcome.reply().text()).contains("may have accepted");
    }

    @Test
    void triesAgainAfterAConnectionLostAtData() throws MessagingException {
        smtp.on(DATA).once().hangUp();

        var lost = relay.send(mailTo(ANN));
        var next = relay.send(mailTo(ANN));

        assertThat(lost).isInstanceOf(TryAgain.class);
        assertThat(lost.stage()).isEqualTo(Stage.DATA);
        assertThat(next).isInstanceOf(Delivered.class);
    }

    @Test
    void doesNotWaitForEverForAReply() throws MessagingException {
        relay = relay(Map.of("reply-timeout", "300ms"));
        smtp.on(RCPT).stall(Duration.ofMinutes(5));

        var outcome = relay.send(mailTo(ANN));

        assertThat(outcome).isInstanceOf(TryAgain.class);
        assertThat(outcome.reply().text()).startsWith("no answer in time at RCPT");
    }

    @Test
    void takesAnUnreachableServerForADownChannelThatMayComeBack() throws MessagingException {
        smtp.close();

        var outcome = relay.send(mailTo(ANN));

        assertThat(outcome).asInstanceOf(type(ChannelDown.class))
                .returns(false, ChannelDown::needsOperator)
                .returns(Stage.CONNECT, ChannelDown::stage);
        assertThat(outcome.reply().text()).contains("Connection refused");
    }

    @Test
    void takesABusyGreetingForADownChannelThatMayComeBack() throws MessagingException {
        smtp.on(SmtpStage.CONNECT).answer(421, "4.7.0 Too many connections");

        var outcome = relay.send(mailTo(ANN));

        assertThat(outcome).asInstanceOf(type(ChannelDown.class)).returns(false, ChannelDown::needsOperator);
        assertThat(outcome.reply().code()).isEqualTo(421);
    }

    @Test
    void takesARefusedLoginForADownChannelThatNeedsAPerson() throws MessagingException {
        smtp = SmtpServer.startWithLogin("tocsin", "right");
        relay = relay(Map.of("user", "tocsin", "password", "wrong"));

        var outcome = relay.send(mailTo(ANN));

        assertThat(outcome).asInstanceOf(type(ChannelDown.class))
                .returns(true, ChannelDown::needsOperator)
                .returns(Stage.LOGIN, ChannelDown::stage);
        assertThat(outcome.reply().code()).isEqualTo(535);
    }

    @Test
    void logsIn() throws MessagingException {
        smtp = SmtpServer.startWithLogin("tocsin", "right");
        relay = relay(Map.of("user", "tocsin", "password", "right"));

        assertThat(relay.send(mailTo(ANN))).isInstanceOf(Delivered.class);
    }

    @Test
    void requiresStartTlsUnlessSomebodySaysOtherwise() {
        var settings = new SmallRyeConfigBuilder().addDiscoveredConverters().withMapping(SmtpConfig.class).build();

        assertThat(settings.getConfigMapping(SmtpConfig.class).security()).isEqualTo(SmtpConfig.Security.STARTTLS);
    }

    @Test
    void sendsNothingToAServerWithoutStartTlsWhenItIsRequired() throws MessagingException {
        relay = relay(Map.of("security", "starttls"));

        var outcome = relay.send(mailTo(ANN));

        assertThat(outcome).asInstanceOf(type(ChannelDown.class)).returns(true, ChannelDown::needsOperator);
        assertThat(outcome.reply().text()).contains("STARTTLS is required");
        assertThat(smtp.mails()).isEmpty();
    }

    private SmtpRelay relay(Map<String, String> settings) {
        return relay(smtp, settings, null);
    }

    static SmtpRelay relay(SmtpServer smtp, Map<String, String> settings, SSLContext trust) {
        return relay(smtp.host(), smtp.port(), settings, trust);
    }

    static SmtpRelay relay(String host, int port, Map<String, String> settings, SSLContext trust) {
        var all = new HashMap<>(Map.of("host", host, "port", Integer.toString(port), "security", "none"));
        all.putAll(settings);
        var builder = new SmallRyeConfigBuilder().addDiscoveredConverters().withMapping(SmtpConfig.class);
        all.forEach((key, value) -> builder.withDefaultValue("tocsin.notifier.smtp." + key, value));
        return new SmtpRelay(builder.build().getConfigMapping(SmtpConfig.class), trust);
    }

    private MimeMessage mailTo(String recipient) throws MessagingException {
        return mailTo(relay, recipient);
    }

    static MimeMessage mailTo(SmtpRelay relay, String recipient) throws MessagingException {
        var mail = new MimeMessage(relay.session());
        mail.setFrom(new InternetAddress("tocsin@example.org"));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(recipient));
        mail.setSubject("hello");
        mail.setText("the body");
        mail.saveChanges();
        return mail;
    }
}
