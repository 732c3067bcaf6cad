package io.tocsin.http.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.tocsin.http.app.IdentityProvider;

@QuarkusTest
@WithTestResource(IdentityProvider.class)
class AuthenticationTest {

    @Test
    void aFailureOfTheFilterReachesTheMapperInsideTheResource() {
        call("Bearer nobody").statusCode(401).body(equalTo("/caller: This API key is not known."));
    }

    @Test
    void bearerBasicAndApiTokenCarryTheSameCredential() {
        call("Bearer s3cret").statusCode(200).body("user.email", equalTo("ann@acme.example"));
        call("bearer  s3cret").statusCode(200);
        call("Api-Token s3cret").statusCode(200);
        given().auth().preemptive().basic("ann@acme.example", "s3cret").get("/caller").then().statusCode(200);
    }

    @Test
    void aHeaderThatCarriesNoCredentialIsToldApart() {
        call("Bearer").statusCode(401).body(equalTo("/caller: The Authorization header names no credential after its scheme."));
        call("Digest x").statusCode(401).body(equalTo("/caller: The Authorization scheme must be Bearer, Basic or Api-Token."));
        call("Basic %").statusCode(401).body(equalTo("/caller: The Basic credential is not Base64 of user:password."));
    }

    @Test
    void aJwtOfTheIdentityProviderIsAPrincipal() {
        var jwt = sign(claims());

        call("Bearer " + jwt).statusCode(200)
                .body("credential", equalTo("jwt:u7"))
                .body("user", equalTo(Map.of("id", "u7", "name", "Ann", "email", "ann@acme.example")))
                .body("organization", equalTo("acme"))
                .body("accountGroups", equalTo(List.of(Map.of("id", "11", "name", "Network"), Map.of("id", "12", "name",
                        "Web"))))
                .body("defaultAccountGroup", equalTo("12"))
                .body("permissions", hasItems("VIEW_EVENTS", "VIEW_ALERTS"));
    }

    @Test
    void accountGroupsMayBeWordsAndTheFirstIsTheDefault() {
        var jwt = sign(claims().claim("account_groups", List.of("13=Voice", "14")).remove("default_account_group"));

        call("Bearer " + jwt).statusCode(200)
                .body("accountGroups", equalTo(List.of(Map.of("id", "13", "name", "Voice"), Map.of("id", "14", "name", "14"))))
                .body("defaultAccountGroup", equalTo("13"));
    }

    @Test
    void aJwtThatCannotBeTrustedIsRefusedWithItsReason() {
        var untrusted = "/caller: This JWT is not one of the configured issuer and audience, or its signature is wrong.";

        call("Bearer " + sign(claims().expiresIn(Duration.ofHours(-1)))).statusCode(401)
                .body(equalTo("/caller: This JWT has expired."));
        call("Bearer " + sign(claims().issuer("https://other.example"))).statusCode(401).body(equalTo(untrusted));
        call("Bearer " + sign(claims().audience("other"))).statusCode(401).body(equalTo(untrusted));
        call("Bearer " + claims().jws().keyId("k1").sign(IdentityProvider.anotherSigningKey()))
                .statusCode(401)
                .body(equalTo(untrusted));
        call("Bearer a.b.c").statusCode(401).body(equalTo(untrusted));
    }

    @Test
    void aJwtWithoutTenantIsRefused() {
        call("Bearer " + sign(claims().remove("organization"))).statusCode(401)
                .body(equalTo("/caller: This JWT lacks the claim 'organization'."));
        call("Bearer " + sign(claims().remove("account_groups"))).statusCode(401)
                .body(equalTo("/caller: This JWT lacks the claim 'account_groups'."));
    }

    private static ValidatableResponse call(String authorization) {
        return given().header("Authorization", authorization).get("/caller").then();
    }

    private static JwtClaimsBuilder claims() {
        return Jwt.subject("u7")
                .issuer(IdentityProvider.ISSUER)
                .audience(IdentityProvider.AUDIENCE)
                .expiresIn(Duration.ofHours(1))
                .claim("name", "Ann")
                .claim("email", "ann@acme.example")
                .claim("organization", "acme")
                .claim("account_groups", List.of(Map.of("id", "11", "name", "Network"), Map.of("id", "12", "name", "Web")))
                .claim("default_account_group", "12")
                .claim("permissions", Set.of("view-events"))
                .claim("scope", "openid view-alerts");
    }

    private static String sign(JwtClaimsBuilder claims) {
        return claims.jws().keyId("k1").sign(IdentityProvider.signingKey());
    }
}
