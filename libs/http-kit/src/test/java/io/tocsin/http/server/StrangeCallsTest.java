package io.tocsin.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.http.app.IdentityProvider;

/** What no HTTP client would send, written by hand: whatever it is, it is not this server's fault. */
@QuarkusTest
@WithTestResource(IdentityProvider.class)
class StrangeCallsTest {

    @TestHTTPResource
    URI base;

    @ParameterizedTest
    @ValueSource(strings = {
            "GET /v7/things?max=%zz HTTP/1.1",
            "GET /v7/things?max=% HTTP/1.1",
            "GET /v7/things?{max}=1&x={y} HTTP/1.1",
            "GET /v7/things?max=1&max=2 HTTP/1.1",
            "GET /v7/things?max=99999999999999999999 HTTP/1.1",
            "GET /v7/things?max=%00 HTTP/1.1",
            "GET /v7/%zz HTTP/1.1",
            "GET /v7/th{in}gs HTTP/1.1",
            "GET /v7/things/%2e%2e/%2e%2e/etc HTTP/1.1",
            "GET /v7//things HTTP/1.1",
            "GET /v7/things;a=b HTTP/1.1",
            "GET * HTTP/1.1",
            "GET http://elsewhere.example/v7/things HTTP/1.1",
            "BREW /v7/things HTTP/1.1",
            "GET /v7/things HTTP/1.1\r\nX-Forwarded-For: ,;garbage, 1.2.3.4.5",
            "GET /v7/things HTTP/1.1\r\nX-Forwarded-Proto: gopher\r\nX-Forwarded-Port: many",
            "GET /v7/things HTTP/1.1\r\nAccept: ///;q=x",
            "GET /v7/things/secret HTTP/1.1\r\nAuthorization: Bearer \u00e4\u0001",
            "GET /v7/things/secret HTTP/1.1\r\nAuthorization: Bearer ..",
            "POST /v7/things HTTP/1.1\r\nContent-Type: nonsense",
            "POST /v7/things HTTP/1.1\r\nContent-Type: application/json; charset=klingon",
            "POST /v7/things HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: -1",
            "POST /v7/things HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: many" })
    void isAnsweredAsTheCallersMistakeOrTaken(String head) throws IOException {
        var status = status(head);

        assertThat(status).isBetween(200, 499);
    }

    private int status(String head) throws IOException {
        try (var socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(10_000);
            var call = head + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(call.getBytes(StandardCharsets.ISO_8859_1));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.substring("HTTP/1.1 ".length()).substring(0, 3));
        }
    }
}
