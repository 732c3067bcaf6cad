package io.tocsin.notifier.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;

import jakarta.inject.Inject;
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

        isAsIn(name + ".txt", mail.getBodyPart(0).getContent().toString());
        if (mail.getBodyPart(1).getContent() instanceof Multipart related) {
            isAsIn(name + ".html", related.getBodyPart(0).getContent().toString());
            isAsIn(name + ".png", related.getBodyPart(1).getInputStream().readAllBytes());
        } else {
            isAsIn(name + ".html", mail.getBodyPart(1).getContent().toString());
        }
    }

    /** A picture stands beside its snapshot. */
    private static void isAsIn(String file, String content) throws IOException {
        var shown = content.replace("\r\n", "\n")
                .replaceAll("(/unsubscribe/)[\\w-]+", "$1TOKEN")
                .replaceAll("src=\"cid:[^\"]+\"", "src=\"" + file.replace(".html", ".png") + "\"");
        isAsIn(file, shown.getBytes(StandardCharsets.UTF_8));
    }

    private static void isAsIn(String file, byte[] content) throws IOException {
        if (WRITE) {
            Files.write(SNAPSHOTS.resolve(file), content);
        }
        assertThat(content).asString(StandardCharsets.UTF_8)
                .isEqualTo(new String(Files.readAllBytes(SNAPSHOTS.resolve(file)),
                        StandardCharsets.UTF_8));
    }
}
