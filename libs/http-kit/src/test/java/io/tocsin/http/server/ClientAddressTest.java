package io.tocsin.http.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.http.app.IdentityProvider;

/** The tests' client is a trusted proxy: it calls from the loopback interface. */
@QuarkusTest
@WithTestResource(IdentityProvider.class)
class ClientAddressTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "192.0.2.7|192.0.2.7",
            "6.6.6.6, 192.0.2.7|192.0.2.7",
            "6.6.6.6, 192.0.2.7 , 127.0.0.9|192.0.2.7",
            "2001:db8::7|2001:db8::7",
            "127.0.0.2|127.0.0.2",
            "unknown|127.0.0.1",
            "192.0.2.7, _hidden|127.0.0.1",
            "','|127.0.0.1" })
    void whoeverOurOwnProxiesNameIsTheClient(String forwardedFor, String address) {
        given().header("Authorization", "Bearer s3cret")
                .header("X-Forwarded-For", forwardedFor)
                .get("/caller/address")
                .then()
                .statusCode(200)
                .body(equalTo(address));
    }

    @Test
    void severalHeadersAreOneList() {
        given().header("Authorization", "Bearer s3cret")
                .header("X-Forwarded-For", "6.6.6.6", "192.0.2.7")
                .get("/caller/address")
                .then()
                .body(equalTo("192.0.2.7"));
    }

    @Test
    void aBlockHoldsItsAddresses() {
        var block = AddressBlock.parse("10.1.0.0/16");

        assertThat(block.contains("10.1.255.255")).isTrue();
        assertThat(block.contains("10.2.0.0")).isFalse();
        assertThat(block.contains("::1")).isFalse();
        assertThat(AddressBlock.parse("2001:db8::/32").contains("2001:db8::7")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({ "proxy.example", "10.0.0.0/33", "10.0.0.0/x", "10.0.0" })
    void whatIsNoBlockIsRefused(String text) {
        assertThatThrownBy(() -> AddressBlock.parse(text)).hasMessageStartingWith("tocsin.http.trusted-proxies: '" + text);
    }
}
