package io.tocsin.e2e.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

import io.tocsin.local.key.ApiKey;

/** What an auditor downloads. */
public final class AuditExports {

    private final URI url;
    private final ApiKey key;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    AuditExports(URI url, ApiKey key) {
        this.url = url;
        this.key = key;
    }

    /** The lines of the whole log. */
    public List<String> download() throws IOException, InterruptedException {
        return new String(get("identity"), StandardCharsets.UTF_8).lines().toList();
    }

    public byte[] downloadCompressed() throws IOException, InterruptedException {
        return get("gzip");
    }

    private byte[] get(String encoding) throws IOException, InterruptedException {
        var answer = client.send(HttpRequest.newBuilder(url.resolve("/audit/export"))
                .header("Authorization", "Bearer " + key.value())
                .header("Accept-Encoding", encoding)
                .build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200 || answer.headers().firstValue("Content-Encoding").isPresent() != encoding.equals(
                "gzip")) {
            throw new IOException("GET /audit/export was answered " + answer.statusCode() + " " + answer.headers().map());
        }
        return answer.body();
    }

    /** All that ever signed a head, as PEM. */
    public String publicKeys() {
        return String.join("", http().authorized()
                .get("/audit/keys")
                .then()
                .statusCode(200)
                .extract()
                .<List<String>>path("keys.pem"));
    }

    public String newestHead() {
        return http().authorized().get("/audit/heads").then().statusCode(200).extract().path("heads[0].note");
    }

    private Http http() {
        return new Http(url, key);
    }

    /** Where the entry of this number stands. */
    public static int lineOfEntry(List<String> lines, int number) {
        return IntStream.range(0, lines.size())
                .filter(at -> lines.get(at).startsWith("{\"number\":" + number + ","))
                .findFirst()
                .orElseThrow();
    }
}
