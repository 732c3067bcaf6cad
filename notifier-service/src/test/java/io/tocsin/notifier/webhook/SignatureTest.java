package io.tocsin.notifier.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

class SignatureTest {

    private static final Instant AT = Instant.ofEpochSecond(1_614_265_330);
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    /** The example which the libraries of the specification test themselves with. */
    @Test
    void itIsThatOfTheSpecification() {
        assertThat(Signature.of(List.of(SECRET), "msg_p5jXN8AQM9LWM0D4loKWxJek", AT, BODY))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void eachLiveSecretSigns() {
        var both = Signature.of(List.of(SECRET, "a plain one"), "id", AT, BODY);

        assertThat(both.split(" ")).hasSize(2).allMatch(one -> one.startsWith("v1,")).doesNotHaveDuplicates();
        assertThat(both).startsWith(Signature.of(List.of(SECRET), "id", AT, BODY));
    }

    @Test
    void idTimeAndBodyAreSigned() {
        var signed = Signature.of(List.of(SECRET), "id", AT, BODY);

        assertThat(List.of(Signature.of(List.of(SECRET), "ie", AT, BODY),
                Signature.of(List.of(SECRET), "id", AT.plusSeconds(1), BODY),
                Signature.of(List.of(SECRET), "id", AT, new byte[0]),
                Signature.of(List.of("another"), "id", AT, BODY))).doesNotContain(signed);
    }
}
