package io.tocsin.notifier.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Map;

import jakarta.mail.MessagingException;

import org.junit.jupiter.api.Test;

import io.tocsin.notifier.delivery.Outcome;
import io.tocsin.notifier.delivery.Outcome.ChannelDown;
import io.tocsin.notifier.delivery.Outcome.Delivered;
import io.tocsin.test.SmtpServer;
import io.tocsin.test.TestCertificate;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

class SmtpTlsTest {

    private final TestCertificate certificate = TestCertificate.create();

    @Test
    void encryptsAfterStartTls() throws Exception {
        try (var smtp = SmtpServer.startWithStartTls(certificate)) {
            var outcome = send(smtp, "starttls", trusting(certificate));

            assertThat(outcome).isInstanceOf(Delivered.class);
            assertThat(smtp.mails().get(0).encrypted()).isTrue();
        }
    }

    @Test
    void encryptsFromTheFirstByte() throws Exception {
        try (var smtp = SmtpServer.startWithTls(certificate)) {
            var outcome = send(smtp, "tls", trusting(certificate));

            assertThat(outcome).isInstanceOf(Delivered.class);
            assertThat(smtp.mails().get(0).encrypted()).isTrue();
        }
    }

    @Test
    void sendsNothingToAServerWhoseCertificateNobodyVouchesFor() throws Exception {
        try (var smtp = SmtpServer.startWithStartTls(certificate)) {
            var outcome = send(smtp, "starttls", null);

            assertThat(outcome).asInstanceOf(type(ChannelDown.class)).returns(true, ChannelDown::needsOperator);
            assertThat(outcome.reply().text()).contains("unable to find valid certification path");
            assertThat(smtp.mails()).isEmpty();
        }
    }

    private static Outcome send(SmtpServer smtp, String security, SSLContext trust) throws MessagingException {
        var relay = SmtpRelayTest.relay(smtp, Map.of("security", security), trust);
        try {
            return relay.send(SmtpRelayTest.mailTo(relay, "ann@example.org"));
        } finally {
            relay.close();
        }
    }

    private static SSLContext trusting(TestCertificate certificate) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (var pem = Files.newInputStream(certificate.pem())) {
            store.setCertificateEntry("server", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
