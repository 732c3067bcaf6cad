package io.tocsin.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** A service which may refuse anything, saying why, and must fail at nothing. */
public final class FuzzedService {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String authority;

    public FuzzedService(URI service) {
        authority = service.getAuthority();
    }

    /** @param headers names and values by turns */
    public HttpResponse<String> call(String verb, String path, byte[] body, String... headers)
            throws IOException, InterruptedException {
        var answer = CLIENT.send(HttpRequest.newBuilder(URI.create("http://" + authority + path))
                .headers(headers)
                .method(verb, BodyPublishers.ofByteArray(body))
                .build(), BodyHandlers.ofString());
        var what = "%s %s %s: %s".formatted(verb, path, new String(body, StandardCharsets.UTF_8), answer.body());
        assertThat(answer.statusCode()).as("%s", what).isBetween(200, 499);
        if (answer.statusCode() >= 400 && !verb.equals("HEAD")) {
            assertThat(answer.body()).as("%s", what).isNotBlank();
        }
        return answer;
    }
}
