package io.tocsin.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Properties;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SmtpServerTest {

    private final SmtpServer smtp = SmtpServer.start();

    @AfterEach
    void close() {
        smtp.close();
    }

    @Test
    void keepsWhatItAccepts() throws MessagingException {
        send("ann@example.org", "Grüße");

        var mail = smtp.awaitMails(1).get(0);
        assertThat(mail.sender()).isEqualTo("tocsin@example.org");
        assertThat(mail.recipients()).containsExactly("ann@example.org");
        assertThat(mail.subject()).isEqualTo("Grüße");
        assertThat(mail.text().map(String::strip)).hasValue("the body");
    }

    @Test
    void refusesOneRecipientForTheTimesItWasTold() throws MessagingException {
        smtp.on(SmtpStage.RCPT).to("ann@example.org").once().answer(451, "4.7.1 Greylisted");

        var refusal = catchThrowableOfType(SendFailedException.class, () -> send("ann@example.org", "one"));
        send("bob@example.org", "two");
        send("ann@example.org", "three");

        assertThat(((SMTPAddressFailedException) refusal.getNextException()).getReturnCode()).isEqualTo(451);
        assertThat(smtp.mails()).extracting(ReceivedMail::subject).containsExactly("two", "three");
    }

    @Test
    void refusesAtTheCommandData() {
        smtp.on(SmtpStage.DATA).answer(554, "5.7.0 No data today");

        var refusal = catchThrowableOfType(SMTPSendFailedException.class, () -> send("ann@example.org", "one"));

        assertThat(refusal.getReturnCode()).isEqualTo(554);
        assertThat(smtp.mails()).isEmpty();
    }

    @Test
    void keepsTheMailWhoseReplyIsLost() {
        smtp.on(SmtpStage.CONTENT).once().keepAndHangUp();

        var failure = catchThrowableOfType(MessagingException.class, () -> send("ann@example.org", "one"));

        assertThat(failure).isNotNull();
        assertThat(smtp.awaitMails(1)).hasSize(1);
    }

    @Test
    void throwsAwayTheMailDuringWhichItHangsUp() {
        smtp.on(SmtpStage.CONTENT).once().hangUp();

        var failure = catchThrowableOfType(MessagingException.class, () -> send("ann@example.org", "one"));

        assertThat(failure).isNotNull();
        assertThat(smtp.mails()).isEmpty();
    }

    @Test
    void stallsUntilTheClientLosesPatience() {
        smtp.on(SmtpStage.MAIL).stall(Duration.ofMinutes(1));

        var failure = catchThrowableOfType(MessagingException.class, () -> send("ann@example.org", "one"));

        assertThat(failure).hasRootCauseInstanceOf(java.net.SocketTimeoutException.class);
    }

    @Test
    void greetsWithItsFault() {
        smtp.on(SmtpStage.CONNECT).answer(421, "4.3.2 Closed for today");

        var failure = catchThrowableOfType(MessagingException.class, () -> send("ann@example.org", "one"));

        assertThat(failure).hasMessageContaining("421");
    }

    private void send(String recipient, String subject) throws MessagingException {
        var settings = new Properties();
        settings.put("mail.smtp.host", smtp.host());
        settings.put("mail.smtp.port", smtp.port());
        settings.put("mail.smtp.timeout", "500");
        var mail = new MimeMessage(Session.getInstance(settings));
        mail.setFrom(new InternetAddress("tocsin@example.org"));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(recipient));
        mail.setSubject(subject, "UTF-8");
        mail.setText("the body", "UTF-8");
        Transport.send(mail);
    }
}
