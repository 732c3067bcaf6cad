package io.tocsin.notifier.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;

import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.test.PostgresResource;

/**
 * The pictures in docs/mails.md were made of these snapshots. Whoever changes a mail on purpose writes them anew with
 * {@code -Dtocsin.mails.write=true}, and then makes the pictures anew ({@code docs/mails/make}).
 */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class MailSnapshotsTest {

    private static final Path SNAPSHOTS = Path.of("src/test/resources/mails");
    private static final boolean WRITE = Boolean.getBoolean("tocsin.mails.write");

    @Inject
    AlertMails mails;

    static Set<String> names() {
        return SampleMails.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aMailLooksAsInItsPicture(String name) throws Exception {
        var letter = SampleMails.all().get(name);

        var mail = (Multipart) mails.write(letter, Session.getInstance(new Properties())).getContent();

        isAsIn(name + ".txt", part(mail, 0));
        isAsIn(name + ".html", part(mail, 1));
    }

    private static String part(Multipart mail, int number) throws MessagingException, IOException {
        return mail.getBodyPart(number)
                .getContent()
                .toString()
                .replace("\r\n", "\n")
                .replaceAll("(/unsubscribe/)[\\w-]+", "$1TOKEN");
    }

    private static void isAsIn(String file, String content) throws IOException {
        if (WRITE) {
            Files.writeString(SNAPSHOTS.resolve(file), content);
        }
        assertThat(content).isEqualTo(Files.readString(SNAPSHOTS.resolve(file)));
    }
}
