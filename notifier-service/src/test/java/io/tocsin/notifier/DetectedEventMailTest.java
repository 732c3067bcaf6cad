package io.tocsin.notifier;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.model.Scope;
import io.tocsin.model.message.EventNotification.Kind;
import io.tocsin.test.PostgresResource;
import io.tocsin.test.ReceivedMail;
import io.tocsin.test.SmtpResource;
import io.tocsin.test.SmtpServer;

import javax.imageio.ImageIO;

/** Mails about detected events, to those who opted in. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(SmtpResource.class)
class DetectedEventMailTest {

    private static final String PREFERENCES = "/notifications/preferences/event-detection/";

    SmtpServer smtp;

    private final String ann = Given.somebody();

    @AfterEach
    void nobodyIsOptedIn() {
        Api.asOperator()
                .get("/notifications/preferences/event-detection")
                .jsonPath()
                .<String>getList("recipients.address")
                .forEach(address -> Api.asOperator().delete(PREFERENCES + address));
    }

    @Test
    void whoOptedInIsToldWhatSinceWhenWhomAndWhy() {
        optIn(ann);
        var event = GivenEvent.in(Given.SCOPE).is(Kind.DETECTED);

        var mail = smtp.awaitMailsTo(ann, 1).get(0);

        assertThat(mail.subject()).isEqualTo("[Tocsin] HIGH: Server Issue: www.example.com");
        assertThat(Stream.of(mail.text(), mail.html())).allSatisfy(body -> assertThat(body.orElseThrow()).contains(
                "4 tests, 11 agents and 1 target have been affected since 2026-11-22 06:56:00 UTC.",
                "The likely cause is the server www.example.com",
                "4, 3 of them in this account group: checkout, search, login",
                "78 of 104 (75\u00A0%); 0.4\u00A0% on usual days", "server errors, lost packets or slow network",
                "10\u00B2\u2075 times (more than 10\u2077 is needed)",
                "DNS Issue, 10\u00B9\u00B9 times less likely; Network Issue: 198.51.100.0/24, hardly less likely",
                "https://tocsin.example/v7/events/" + event.id() + "?aid=12",
                "https://tocsin.example/v7/events/" + event.id() + "/evidence?aid=12", ann));
        assertThat(mail.header("X-Tocsin-Event")).hasValue(event.id().toString());
        assertThat(mail.header("List-Id")).hasValue("\"Detected events\" <event-detection-12.tocsin.example>");
    }

    @Test
    void thePictureStandsInTheMailAndSaysInWordsWhatItShows() throws Exception {
        optIn(ann);
        GivenEvent.in(Given.SCOPE).is(Kind.DETECTED);

        var mail = smtp.awaitMailsTo(ann, 1).get(0);

        var picture = part(parsed(mail), "image/png");
        var html = mail.html().orElseThrow();
        var cid = picture.getHeader("Content-ID")[0].replaceAll("[<>]", "");
        assertThat(html).contains("src=\"cid:" + cid + "\"",
                "alt=\"Share of rounds which failed from 05:56 UTC to 07:00 UTC: 92\u00A0% at most");
        assertThat(picture.getDisposition()).isEqualTo(Part.INLINE);
        assertThat(ImageIO.read(picture.getInputStream()).getWidth()).isEqualTo(1088);
        assertThat(html).doesNotContain("<img src=\"http");
    }

    @ParameterizedTest
    @CsvSource({ "RESOLVED, RESOLVED, 'It ended at 2026-11-22 07:14:00 UTC, after 18\u00A0min'",
            "MERGED, MERGED, a part of another event", "WITHDRAWN, WITHDRAWN, there was no such event" })
    void theEndIsOneMailInTheSameThread(Kind kind, String badge, String sentence) {
        optIn(ann);
        var event = GivenEvent.in(Given.SCOPE).is(Kind.DETECTED);
        var first = smtp.awaitMailsTo(ann, 1).get(0);

        event.is(Kind.CHANGED).is(kind);

        var last = smtp.awaitMailsTo(ann, 2).get(1);
        assertThat(last.subject()).isEqualTo("Re: " + first.subject());
        assertThat(last.header("In-Reply-To")).hasValue(first.messageId());
        assertThat(last.header("References")).hasValue(first.messageId());
        assertThat(last.text().orElseThrow()).contains(badge + " (was HIGH)", sentence);
        assertThat(Api.deliveriesOf(event.id())).hasSize(2);
    }

    @Test
    void whoHeardNothingOfItsBeginningHearsNothingOfItsEnd() {
        var bob = Given.somebody();
        optIn(ann);
        var event = GivenEvent.in(Given.SCOPE).is(Kind.DETECTED);
        smtp.awaitMailsTo(ann, 1);
        optIn(bob);

        event.is(Kind.RESOLVED);

        smtp.awaitMailsTo(ann, 2);
        assertThat(recipients(event.id())).contains(ann).doesNotContain(bob);
    }

    @Test
    void otherAccountGroupsAndThoseWhoOptedOutAreNotTold() {
        var bob = Given.somebody();
        optIn(ann);
        optIn(bob);
        Api.asOperator().delete(PREFERENCES + bob).then().statusCode(204);

        var other = GivenEvent.in(new Scope("acme", "13")).is(Kind.DETECTED);
        var own = GivenEvent.in(Given.SCOPE).is(Kind.DETECTED);

        smtp.awaitMailsTo(ann, 1);
        assertThat(recipients(own.id())).contains(ann).doesNotContain(bob);
        assertThat(recipients(other.id())).isEmpty();
    }

    @Test
    void aMessageWhichComesAgainIsOneMail() {
        optIn(ann);
        var event = GivenEvent.in(Given.SCOPE);
        var message = event.message(Kind.DETECTED);

        Given.deliverMessages(List.of(message));
        Given.deliverMessages(List.of(message));

        smtp.awaitMailsTo(ann, 1);
        assertThat(recipients(event.id())).containsOnlyOnce(ann);
    }

    @Test
    void oneClickEndsTheMailsAboutEventsOfTheAccountGroupAndNoOthers() {
        optIn(ann);
        GivenEvent.in(Given.SCOPE).is(Kind.DETECTED);
        var link = smtp.awaitMailsTo(ann, 1)
                .get(0)
                .header("List-Unsubscribe")
                .orElseThrow()
                .replaceAll("[<>]|https://[^/]+",
                        "");

        given().formParam("List-Unsubscribe", "One-Click").post(link).then().statusCode(200);

        var next = GivenEvent.in(Given.SCOPE).is(Kind.DETECTED);
        Api.awaitState("suppressed", next.id(), ann);
        Given.alert("disk full").on("web-1").to(ann).triggered();
        assertThat(smtp.awaitMailsTo(ann, 2).get(1).subject()).contains("disk full");
        assertThat(given().get(link).asString()).contains("Detected events in account group 12");
    }

    @Test
    void itIsResentAndFoundLikeAnyOther() {
        optIn(ann);
        var event = GivenEvent.in(Given.SCOPE).is(Kind.DETECTED);
        var first = smtp.awaitMailsTo(ann, 1).get(0);
        var delivery = Api.awaitState("delivered", event.id(), ann);

        Api.asOperator().post("/notifications/deliveries/" + delivery.get("id") + "/resend").then().statusCode(202);

        var second = smtp.awaitMailsTo(ann, 2).get(1);
        assertThat(second.subject()).endsWith(first.subject());
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(delivery).containsEntry("ruleId", "event-detection-12");
    }

    @Test
    void anOrganizationReadsItsOwnLanguage() {
        var scope = new Scope("beispiel", "12");
        given().header("Authorization", "Bearer operator-of-beispiel").put(PREFERENCES + ann).then().statusCode(200);
        GivenEvent.in(scope).is(Kind.DETECTED);

        var mail = smtp.awaitMailsTo(ann, 1).get(0);

        assertThat(mail.subject()).isEqualTo("[Tocsin] HOCH: Server-Störung: www.example.com");
        assertThat(mail.text().orElseThrow()).contains(
                "Seit 22.11.2026 07:56:00 MEZ betroffen: 4 Tests, 11 Agenten und 1 Ziel.",
                "Ursache ist wahrscheinlich der Server www.example.com",
                "Was scheiterte: Fehler des Servers, verlorene Pakete oder langsames Netz",
                "Wahrscheinlicher als Zufall: 10\u00B2\u2075-mal (nötig ist mehr als 10\u2077)",
                "Verworfen: DNS-Störung, 10\u00B9\u00B9-mal weniger wahrscheinlich; Netzstörung: 198.51.100.0/24, kaum weniger");
    }

    /** What other tests opted in is of no interest here. */
    private static List<String> recipients(UUID event) {
        return Api.deliveriesOf(event).stream().map(delivery -> (String) delivery.get("recipient")).toList();
    }

    private static void optIn(String address) {
        Api.asOperator().put(PREFERENCES + address).then().statusCode(200);
    }

    private static MimeMessage parsed(ReceivedMail mail) throws MessagingException {
        return new MimeMessage((Session) null, new ByteArrayInputStream(mail.content()));
    }

    private static Part part(Part within, String type) throws MessagingException, IOException {
        if (within.isMimeType(type)) {
            return within;
        }
        if (within.getContent() instanceof Multipart parts) {
            for (int number = 0; number < parts.getCount(); number++) {
                var found = part(parts.getBodyPart(number), type);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
