package io.tocsin.e2e.api;

import java.net.URI;

import io.restassured.RestAssured;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.tocsin.local.key.ApiKey;

/** Requests to the front door. */
public final class Http {

    private static final int TIMEOUT_MS = 30_000;
    private static final RestAssuredConfig CONFIG = RestAssuredConfig.config()
            .httpClient(HttpClientConfig.httpClientConfig()
                    .setParam("http.connection.timeout", TIMEOUT_MS)
                    .setParam("http.socket.timeout", TIMEOUT_MS));

    private final URI url;
    private final ApiKey key;

    Http(URI url, ApiKey key) {
        this.url = url;
        this.key = key;
    }

    /** With the key, as the ThousandEyes clients send it. */
    public RequestSpecification authorized() {
        return authorized(key.value());
    }

    public RequestSpecification authorized(String credential) {
        return anonymous().header("Authorization", "Bearer " + credential);
    }

    /** With the key, as the Datadog clients send it. */
    public RequestSpecification datadog() {
        return anonymous().header("DD-API-KEY", key.value()).header("DD-APPLICATION-KEY", key.value());
    }

    /** With the key, as Dynatrace's clients send it. */
    public RequestSpecification dynatrace() {
        return anonymous().header("Authorization", "Api-Token " + key.value());
    }

    /** Paths are sent as they are, queries are not encoded again. */
    public RequestSpecification anonymous() {
        return RestAssured.given()
                .config(CONFIG)
                .baseUri(url.toString())
                .urlEncodingEnabled(false)
                .contentType(ContentType.JSON);
    }
}
