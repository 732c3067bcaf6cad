package io.tocsin.audit.head;

import static io.restassured.RestAssured.given;
import static io.tocsin.audit.UserEventBuilder.aUserEvent;
import static io.tocsin.test.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.audit.AuditDatabase;
import io.tocsin.audit.AuditKeys;
import io.tocsin.audit.Services;
import io.tocsin.proof.TreeHead;
import io.tocsin.proof.note.SignedNote;

@QuarkusTest
@WithTestResource(AuditDatabase.class)
@WithTestResource(AuditKeys.class)
class PublicationTest {

    @Inject
    Heads heads;

    @Inject
    SigningKey key;

    @Inject
    PublicationStore store;

    @Inject
    HeadAge age;

    @Inject
    Clock clock;

    @TempDir
    Path folder;

    @TestHTTPResource(management = true)
    URI management;

    private record Settings(Optional<Path> keyFile, String signer, Duration every, Optional<Path> folder)
            implements
                HeadConfig {}

    @Test
    void theNewestHeadOfEachLogIsWrittenOutOnce() throws IOException {
        Services.deliver(aUserEvent().of("published").at("2015-01-01T00:00:00Z").build());
        var publication = publication(folder);
        await(heads::signAll);

        await(publication::publishAll);
        var first = notes("published");
        Services.deliver(aUserEvent().of("published").at("2015-01-02T00:00:00Z").build());
        await(heads::signAll);
        await(publication::publishAll);
        await(publication::publishAll);

        assertThat(first).hasSize(1);
        assertThat(notes("published")).hasSize(2);
        for (var file : notes("published")) {
            var note = SignedNote.parse(Files.readString(file));
            assertThat(note.verify(List.of(key.signer().orElseThrow().key()))).isNotNull();
            assertThat(TreeHead.parse("published", note.text()).entries()).isPositive();
        }
    }

    @Test
    void aHeadWhichCannotBeWrittenIsWrittenLaterAndItsAgeShows() throws IOException {
        var inTheWay = Files.writeString(folder.resolve("in-the-way"), "a file, and no folder");
        var broken = publication(inTheWay.resolve("heads"));
        await(publication(folder)::publishAll);
        await(heads::signAll);
        await(publication(folder)::publishAll);
        await(age::measure);
        var ageOfNothing = age.seconds();
        Services.deliver(aUserEvent().of("published").at("2015-01-03T00:00:00Z").build());
        await(heads::signAll);

        await(broken::publishAll);
        await(age::measure);
        var ageOfWhatIsNotWritten = age.seconds();
        await(publication(folder)::publishAll);
        await(age::measure);

        assertThat(ageOfNothing).isZero();
        assertThat(ageOfWhatIsNotWritten).isPositive();
        assertThat(age.seconds()).isZero();
    }

    @Test
    void theAgeOfTheLastHeadIsAMetric() {
        given().get(management.resolve("/q/metrics"))
                .then()
                .statusCode(200)
                .body(containsString("tocsin_audit_head_age_seconds"));
    }

    private Publication publication(Path to) {
        return new Publication(store, new HeadFolder(new Settings(Optional.empty(), "tocsin-audit", Duration.ofMinutes(10),
                Optional.of(to))), clock);
    }

    private List<Path> notes(String organization) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("tocsin-audit-" + organization))
                    .sorted()
                    .toList();
        }
    }
}
