package io.tocsin.local.command;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.tocsin.local.process.CannotStart;
import io.tocsin.proof.CanonicalJson;
import io.tocsin.proof.Link;
import io.tocsin.proof.TreeHead;
import io.tocsin.proof.export.EntryLine;
import io.tocsin.proof.export.ExportHeader;
import io.tocsin.proof.export.LinkLine;
import io.tocsin.proof.note.NoteSigner;

/** {@code ./tocsin audit verify}: nothing but a file and a key. */
class AuditVerifyTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path folder;

    private final NoteSigner signer = NoteSigner.parse("tocsin-audit", NoteSigner.newKeyFile());

    private String export;
    private String key;

    @BeforeEach
    void anExportOfOneEntry() throws IOException {
        var entry = JsonNodeFactory.instance.objectNode().put("event", "Alert rule created.");
        var link = Link.first("acme", CanonicalJson.leaf(entry), 1, NOW);
        var head = new TreeHead("acme", 1, 1, link.hash(), NOW);
        var lines = List.of(new ExportHeader("acme", 1, 1, signer.sign(head.text())).toJson().toString(),
                new LinkLine(link, false, List.of()).toJson().toString(),
                new EntryLine(1, entry, List.of(), List.of()).toJson().toString());
        export = Files.write(folder.resolve("audit.ndjson"), lines).toString();
        key = Files.writeString(folder.resolve("key.pem"), signer.key().pem()).toString();
        Files.writeString(folder.resolve("head.note"), signer.sign(head.text()));
    }

    @Test
    void whatIsAsItWasRecordedIsProven() {
        assertThatCode(() -> verify(export, "--key", key)).doesNotThrowAnyException();
        assertThatCode(() -> verify(export, "--part", "--key", key, "--head", folder.resolve("head.note").toString()))
                .doesNotThrowAnyException();
    }

    @Test
    void theFirstEntryWhichWasAlteredIsNamed() throws IOException {
        Files.writeString(Path.of(export), Files.readString(Path.of(export)).replace("created", "deleted"));

        assertThatThrownBy(() -> verify(export, "--key", key)).isInstanceOf(CannotStart.class)
                .hasMessage("NOT PROVEN, ALTERED: entry 1 (line 3): it is not what was recorded");
    }

    @Test
    void anotherKeyProvesNothing() throws IOException {
        var other = Files.writeString(folder.resolve("other.pem"),
                NoteSigner.parse("tocsin-audit", NoteSigner.newKeyFile()).key().pem()).toString();

        assertThatThrownBy(() -> verify(export, "--key", other)).isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("NOT PROVEN, UNPROVEN: entry 1 (line 1): the head proves nothing");
        assertThatCode(() -> verify(export, "--key", other, "--key", key)).doesNotThrowAnyException();
    }

    @Test
    void whatIsMissingOrUnreadableIsSaid() {
        assertThatThrownBy(() -> verify()).isInstanceOf(UsageError.class);
        assertThatThrownBy(() -> verify(export)).isInstanceOf(UsageError.class).hasMessageContaining("--key");
        assertThatThrownBy(() -> verify(export, "--key", export)).isInstanceOf(CannotStart.class)
                .hasMessageContaining("there is no public key");
        assertThatThrownBy(() -> verify(export, "--key", key, "--head", key)).isInstanceOf(CannotStart.class)
                .hasMessageContaining("this is no signed note");
        assertThatThrownBy(() -> verify(folder.resolve("none").toString(), "--key", key)).isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("Cannot read ");
    }

    private static void verify(String... words) {
        new AuditVerify(List.of(words)).run();
    }
}
