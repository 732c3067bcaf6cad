package io.tocsin.notifier;

import static io.tocsin.test.SmtpStage.RCPT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.test.PostgresResource;
import io.tocsin.test.SmtpResource;
import io.tocsin.test.SmtpServer;

/** The mail server takes its time with one domain. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(SmtpResource.class)
class SlowDomainTest {

    SmtpServer smtp;

    @AfterEach
    void behave() {
        smtp.behave();
    }

    @Test
    void aSlowDomainDoesNotHoldUpAnother() {
        var slow = IntStream.range(0, 30).mapToObj(i -> UUID.randomUUID() + "@slow.example").toArray(String[]::new);
        var quick = IntStream.range(0, 10).mapToObj(i -> UUID.randomUUID() + "@quick.example").toArray(String[]::new);
        Stream.of(slow).forEach(each -> smtp.on(RCPT).to(each).once().stall(Duration.ofSeconds(1)));
        Given.alert("first in the line").to(slow).triggered();

        Given.alert("later").to(quick).triggered();

        for (var recipient : quick) {
            smtp.awaitMailsTo(recipient, 1);
        }
        assertThat(Stream.of(slow).filter(each -> smtp.mailsTo(each).isEmpty()).count()).isGreaterThan(10);
        for (var recipient : slow) {
            assertThat(smtp.awaitMailsTo(recipient, 1)).hasSize(1);
        }
    }
}
