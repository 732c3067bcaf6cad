package io.tocsin.http.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.PrivateKey;
import java.util.Map;

import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.tocsin.http.identity.KeyFiles;

/** Serves the keys of an identity provider as JWKS, and writes a key file in which the key {@code s3cret} stands. */
public class IdentityProvider implements QuarkusTestResourceLifecycleManager {

    public static final String ISSUER = "https://idp.example";
    public static final String AUDIENCE = "tocsin";

    private static final RsaJsonWebKey KEY = newKey();

    private HttpServer server;

    public static PrivateKey signingKey() {
        return KEY.getRsaPrivateKey();
    }

    public static PrivateKey anotherSigningKey() {
        return newKey().getRsaPrivateKey();
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/jwks", IdentityProvider::sendKeys);
            server.start();
            var keys = Files.createTempFile("keys", ".yaml");
            Files.writeString(keys, KeyFiles.withKeys(KeyFiles.entry("ci", "s3cret"),
                    KeyFiles.entry("old", "worn out").stripTrailing() + "\n    expiresAt: 2020-01-01T00:00:00Z\n"));
            return Map.of(
                    "tocsin.identity.keys-file", keys.toString(),
                    "mp.jwt.verify.publickey.location", "http://localhost:" + server.getAddress().getPort() + "/jwks",
                    "mp.jwt.verify.issuer", ISSUER,
                    "mp.jwt.verify.audiences", AUDIENCE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private static void sendKeys(HttpExchange call) throws IOException {
        var body = new JsonWebKeySet(KEY).toJson(OutputControlLevel.PUBLIC_ONLY).getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().add("Content-Type", "application/json");
        call.sendResponseHeaders(200, body.length);
        call.getResponseBody().write(body);
        call.close();
    }

    private static RsaJsonWebKey newKey() {
        try {
            var key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId("k1");
            key.setAlgorithm("RS256");
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
