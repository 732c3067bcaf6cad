package io.tocsin.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.model.Scope;
import io.tocsin.model.message.AlertNotification;
import io.tocsin.model.message.AlertNotification.Kind;
import io.tocsin.model.message.AlertNotification.Rule;
import io.tocsin.model.message.AlertNotification.Source;
import io.tocsin.test.PostgresResource;
import io.tocsin.test.ReceivedMail;
import io.tocsin.test.SmtpResource;
import io.tocsin.test.SmtpServer;

/** Texts written by people who mean no good, or who write in other scripts, as they arrive at the recipient's mail server. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(SmtpResource.class)
class HostileTextTest {

    private static final Set<String> HEADERS = Set.of("auto-submitted", "content-type", "date", "from", "list-id",
            "list-unsubscribe", "list-unsubscribe-post", "message-id", "mime-version", "subject", "to",
            "x-auto-response-suppress", "x-tocsin-alert", "x-tocsin-rule", "x-tocsin-severity", "x-tocsin-state");
    private static final Pattern ENCODED_WORD = Pattern.compile("=\\?UTF-8\\?[BQ]\\?[^?]*\\?=");

    SmtpServer smtp;

    @ParameterizedTest
    @ValueSource(strings = {
            "x\r\nBcc: eve@example.org",
            "x\nBcc: eve@example.org",
            "x\rBcc: eve@example.org",
            "x\r\n\r\n<b>a body of mine</b>",
            "x\u0085Bcc: eve@example.org",
            "x\u2028Bcc: eve@example.org\u2029",
            "x\u000bBcc: eve@example.org\f",
            "x\r\n Bcc: eve@example.org\r\n\t.\r\n",
            "=?UTF-8?Q?x=0D=0ABcc:_eve@example.org?=",
            "x\"> <evil.example>, \"\\",
            "x\r\n--boundary\r\nContent-Type: text/html" })
    void noTextOfARuleAddsAHeaderOrABody(String text) {
        var ann = Given.somebody();
        Given.alert("a rule").deliver(List.of(everywhere(text, ann)));

        var mail = smtp.awaitMailsTo(ann, 1).get(0);

        assertThat(headerNames(mail)).isEqualTo(HEADERS);
        assertThat(mail.recipients()).containsExactly(ann);
        assertThat(mail.headers("List-Id")).singleElement().asString().matches("[^<>]*<rule-[A-Za-z0-9-]+\\.tocsin\\.example>");
        assertThat(mail.html().orElseThrow()).contains("</html>").doesNotContain("<b>a body of mine</b>");
        assertThat(mail.raw().split("\nContent-Type: text/", -1)).hasSize(3);
    }

    @Test
    void everyEncodedWordOfALongSubjectIsShortAndWhole() {
        var ann = Given.somebody();
        var rule = "Überlauf 🔥👩‍🚒 ディスクがいっぱいです ".repeat(12).strip();
        Given.alert(rule).on("räksmörgås").to(ann).triggered();

        var mail = smtp.awaitMailsTo(ann, 1).get(0);

        var words = ENCODED_WORD.matcher(rawHeader(mail, "Subject")).results().map(MatchResult::group).toList();
        assertThat(words).hasSizeGreaterThan(1).allSatisfy(word -> assertThat(word).hasSizeLessThanOrEqualTo(75));
        assertThat(mail.subject()).startsWith("[Tocsin] MAJOR: Überlauf 🔥👩‍🚒 ディスクがいっぱいです").doesNotContain("\uFFFD", "?");
        assertThat(mail.html().orElseThrow()).contains("👩‍🚒");
    }

    @Test
    void aRuleNameWrittenFromRightToLeftStaysSoAndTurnsNothingElse() {
        var ann = Given.somebody();
        Given.alert("הדיסק מלא \u202Etxt.exe\u2066").on("شبكة").to(ann).triggered();

        var mail = smtp.awaitMailsTo(ann, 1).get(0);

        assertThat(mail.subject()).isEqualTo("[Tocsin] MAJOR: הדיסק מלא txt.exe on شبكة");
        assertThat(mail.html().orElseThrow()).contains("dir=\"auto\" style=", ">הדיסק מלא txt.exe</h1>",
                "<b dir=\"auto\">شبكة</b>");
    }

    @Test
    void aWebAddressInTheNotesIsALinkAndNothingElseIs() {
        var ann = Given.somebody();
        Given.alert("disk full")
                .on("web-1")
                .saying("See https://wiki.example/a?b=1&c=\"x (javascript:alert(1)).\nhttps://wiki.example/<script>")
                .to(ann)
                .triggered();

        var html = smtp.awaitMailsTo(ann, 1).get(0).html().orElseThrow();

        assertThat(html).contains("href=\"https://wiki.example/a?b=1&amp;c=\"", "href=\"https://wiki.example/\"")
                .doesNotContain("href=\"javascript", "<script>");
    }

    private static AlertNotification everywhere(String text, String recipient) {
        var sources = List.of(new Source(text, Given.STARTED, text, null, null));
        return new AlertNotification(UUID.randomUUID(), new Scope("acme", "12"), text, Kind.TRIGGERED, UUID.randomUUID(),
                new Rule(text, text, text, text, text), Given.STARTED, null, sources, List.of(recipient),
                new AlertNotification.Test(text, text, text, text), List.of());
    }

    /** As a mail server reads them: up to the first empty line, folded lines with the one before. */
    private static Set<String> headerNames(ReceivedMail mail) {
        return Stream.of(head(mail).split("\r\n(?![ \t])"))
                .map(line -> line.substring(0, line.indexOf(':')).toLowerCase())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String rawHeader(ReceivedMail mail, String name) {
        return Stream.of(head(mail).split("\r\n(?![ \t])"))
                .filter(line -> line.startsWith(name + ":"))
                .findFirst()
                .orElseThrow();
    }

    private static String head(ReceivedMail mail) {
        return mail.raw().substring(0, mail.raw().indexOf("\r\n\r\n"));
    }
}
