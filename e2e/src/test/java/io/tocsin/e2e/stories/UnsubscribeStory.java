package io.tocsin.e2e.stories;

import static io.tocsin.e2e.domain.ARule.aRule;
import static io.tocsin.e2e.domain.AnEvent.anEvent;
import static io.tocsin.e2e.domain.Names.address;
import static io.tocsin.e2e.domain.Names.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.restassured.RestAssured;
import io.tocsin.e2e.api.Story;
import io.tocsin.e2e.api.Tocsin;
import io.tocsin.test.ReceivedMail;

/** A recipient has had enough, and thinks better of it. */
@Story
class UnsubscribeStory {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String disk = unique("disk");
    private final String onCall = address(disk);

    @Test
    void oneClickEndsTheMailsAndWhatWasSuppressedIsResentLater(Tocsin tocsin) {
        tocsin.rules().create(aRule(disk).matching("disk:" + disk + " status:error").telling(onCall));
        tocsin.events().post(anEvent("Disk full").tagged("disk:" + disk).keyed(disk).build());
        var trigger = tocsin.smtp().awaitMailsTo(onCall, 1).get(0);

        RestAssured.get(linkIn(trigger)).then().statusCode(200);
        assertThat(tocsin.suppressions().of(onCall)).isEmpty();
        RestAssured.given().formParam("List-Unsubscribe", "One-Click").post(linkIn(trigger)).then().statusCode(200);
        assertThat(tocsin.suppressions().of(onCall)).singleElement()
                .satisfies(entry -> assertThat(entry).containsEntry("reason",
                        "unsubscribed"));

        tocsin.events().post(anEvent("Disk fine").recovering().tagged("disk:" + disk).keyed(disk).build());
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(states(tocsin)).containsExactly("suppressed", "delivered"));
        assertThat(tocsin.smtp().mailsTo(onCall)).hasSize(1);

        tocsin.suppressions().lift(onCall);
        tocsin.deliveries().resend((String) latest(tocsin).get("id"));
        var clear = tocsin.smtp().awaitMailsTo(onCall, 2).get(1);
        assertThat(clear.header("In-Reply-To")).contains(trigger.messageId());
        assertThat(clear.messageId()).isEqualTo(latest(tocsin).get("messageId"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(states(tocsin)).containsExactly("delivered", "delivered"));
        assertThatTheAuditLogTells(tocsin, "Delivery resent.");
    }

    private static String linkIn(ReceivedMail mail) {
        assertThat(mail.header("List-Unsubscribe-Post")).contains("List-Unsubscribe=One-Click");
        return mail.header("List-Unsubscribe").orElseThrow().replaceAll(".*<(http[^>]+)>.*", "$1");
    }

    private List<Object> states(Tocsin tocsin) {
        return tocsin.deliveries().to(onCall).stream().map(delivery -> delivery.get("state")).toList();
    }

    private Map<String, Object> latest(Tocsin tocsin) {
        return tocsin.deliveries().to(onCall).get(0);
    }

    private static void assertThatTheAuditLogTells(Tocsin tocsin, String what) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(tocsin.auditLog().times(what)).isNotEmpty());
    }
}
