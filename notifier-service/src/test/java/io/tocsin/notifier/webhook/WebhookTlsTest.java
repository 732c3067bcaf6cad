package io.tocsin.notifier.webhook;

import static io.tocsin.test.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.notifier.destination.Destination;
import io.tocsin.test.PostgresResource;
import io.tocsin.test.SmtpResource;
import io.tocsin.test.TestCertificate;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.PemTrustOptions;

/** Inside Quarkus, whose threads time-outs need. The connection goes to the address that was checked, and the certificate must be that of the host. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(SmtpResource.class)
class WebhookTlsTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final List<String> HOSTS = new CopyOnWriteArrayList<>();
    private static TestCertificate certificate;
    private static HttpsServer server;

    @BeforeAll
    static void start() throws IOException {
        certificate = TestCertificate.create();
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate.serverContext()));
        server.createContext("/", WebhookTlsTest::answer);
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
        VERTX.close();
    }

    @Inject
    WebhookConfig config;

    @Test
    void aHostWithItsOwnCertificateIsTalkedTo() {
        var answer = post("localhost", trusting());

        assertThat(answer.status()).isEqualTo(204);
        assertThat(HOSTS).contains("localhost:" + server.getAddress().getPort());
    }

    @Test
    void anotherHostAtTheSameAddressIsNot() {
        assertThatThrownBy(() -> post("hooks.example", trusting())).hasStackTraceContaining("hooks.example");
        assertThat(HOSTS).noneMatch(host -> host.startsWith("hooks.example"));
    }

    @Test
    void aCertificateWhichNobodyTrustsIsNotBelieved() {
        assertThatThrownBy(() -> post("localhost", new HttpClientOptions())).hasStackTraceContaining("certification path");
    }

    private static HttpClientOptions trusting() {
        return new HttpClientOptions().setTrustOptions(new PemTrustOptions().addCertPath(certificate.pem().toString()));
    }

    private Answer post(String host, HttpClientOptions trust) {
        var client = new WebhookClient(VERTX, config, trust);
        var port = server.getAddress().getPort();
        var destination = new Destination(URI.create("https://" + host + ":" + port + "/hook"), port,
                List.of(InetAddress.getLoopbackAddress()));
        try {
            return await(() -> client.post(destination, InetAddress.getLoopbackAddress(), MultiMap.caseInsensitiveMultiMap(),
                    new byte[0]));
        } finally {
            client.close();
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        HOSTS.add(exchange.getRequestHeaders().getFirst("Host"));
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }
}
