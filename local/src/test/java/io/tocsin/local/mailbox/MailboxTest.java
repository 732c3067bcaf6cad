package io.tocsin.local.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Properties;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;

class MailboxTest {

    @TempDir
    Path folder;

    private final Vertx vertx = Vertx.vertx();
    private Mailbox mailbox;

    @BeforeEach
    void open() {
        mailbox = Mailbox.onFreePorts(vertx, folder);
    }

    @AfterEach
    void close() {
        mailbox.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aMailIsShownAsItWasSent() throws Exception {
        send(mail("Disk full on db-1 · größer als 95 %"));

        var list = json("/api/messages").getJsonArray("messages");

        var mail = list.getJsonObject(0);
        assertThat(list).hasSize(1);
        assertThat(mail.getString("subject")).isEqualTo("Disk full on db-1 · größer als 95 %");
        assertThat(mail.getString("from")).isEqualTo("Tocsin <tocsin@example.com>");
        assertThat(mail.getJsonObject("envelope").getJsonArray("to")).containsExactly("ann@example.com");
        assertThat(mail.getString("preview")).isEqualTo("Plain – text");
        var content = json("/api/messages/" + mail.getString("id"));
        assertThat(content.getString("text").strip()).isEqualTo("Plain – text");
        assertThat(content.getString("html").strip()).isEqualTo("<p>Rich – text</p>");
    }

    @Test
    void anAnswerIsInTheThreadOfItsFirstMail() throws Exception {
        var first = mail("Disk full");
        send(first);
        var answer = mail("Re: Disk full");
        answer.setHeader("In-Reply-To", first.getMessageID());
        answer.setHeader("References", first.getMessageID());

        send(answer);

        assertThat(mailbox.mails()).extracting(Mail::thread).containsOnly(first.getMessageID());
        assertThat(mailbox.mails()).extracting(Mail::subject).containsExactly("Re: Disk full", "Disk full");
    }

    @Test
    void mailsSurviveARestart() throws Exception {
        send(mail("Kept"));

        mailbox.close();
        mailbox = Mailbox.onFreePorts(vertx, folder);

        assertThat(mailbox.mails()).extracting(Mail::subject).containsExactly("Kept");
    }

    @Test
    void theHtmlOfAMailRunsNothing() throws Exception {
        send(mail("Harmless"));

        var answer = get("/api/messages/" + mailbox.mails().get(0).id() + "/html");

        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("sandbox")
                .contains("default-src 'none'")
                .doesNotContain("allow-scripts");
    }

    @Test
    void nothingStandsBeforeTheDoctypeOfAMail() throws Exception {
        var mail = mail("A page of its own");
        mail.setContent("<!DOCTYPE html><html><head lang=\"en\"><title>x</title></head><body>y</body></html>", "text/html");
        mail.saveChanges();
        send(mail);

        var html = get("/api/messages/" + mailbox.mails().get(0).id() + "/html").body();

        assertThat(html).startsWith("<!DOCTYPE html><html><head lang=\"en\"><base target=\"_blank\"><title>");
    }

    @Test
    void allMailsAreDeletedAtOnce() throws Exception {
        send(mail("One"));
        send(mail("Two"));

        HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(at("/api/messages")).DELETE().build(), BodyHandlers.discarding());

        assertThat(mailbox.mails()).isEmpty();
        assertThat(folder.toFile().list()).isEmpty();
    }

    @Test
    void bytesThatAreNoMailAreShownToo() throws Exception {
        var store = MailStore.in(folder.resolve("odd"), java.time.Clock.systemUTC());

        var mail = store.add(new Mail.Envelope("a@example.com", java.util.List.of("b@example.com")), new byte[]{ 0, -1, 10,
                13 });

        assertThat(mail.subject()).isEqualTo("(no subject)");
        assertThat(MailReader.content(store.source(mail.id()).orElseThrow()).headers()).isNotEmpty();
    }

    private MimeMessage mail(String subject) throws MessagingException {
        var properties = new Properties();
        properties.put("mail.smtp.host", mailbox.smtpUrl().getHost());
        properties.put("mail.smtp.port", Integer.toString(mailbox.smtpUrl().getPort()));
        var text = new MimeBodyPart();
        text.setText("Plain – text", "UTF-8");
        var html = new MimeBodyPart();
        html.setText("<p>Rich – text</p>", "UTF-8", "html");
        var mail = new MimeMessage(Session.getInstance(properties));
        mail.setFrom("Tocsin <tocsin@example.com>");
        mail.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress("ann@example.com"));
        mail.setSubject(subject, "UTF-8");
        mail.setContent(new MimeMultipart("alternative", text, html));
        mail.saveChanges();
        return mail;
    }

    private static void send(MimeMessage mail) throws MessagingException {
        Transport.send(mail);
    }

    private JsonObject json(String path) throws IOException, InterruptedException {
        return new JsonObject(get(path).body());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofString());
    }

    private URI at(String path) {
        return mailbox.url().resolve(path);
    }
}
