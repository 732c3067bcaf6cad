package io.tocsin.audit.head;

import static io.tocsin.audit.UserEventBuilder.aUserEvent;
import static io.tocsin.test.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.audit.AuditDatabase;
import io.tocsin.audit.AuditKeys;
import io.tocsin.audit.Services;
import io.tocsin.audit.api.audit.ExportFile;
import io.tocsin.audit.chain.Chain;
import io.tocsin.proof.export.ExportVerifier;
import io.tocsin.proof.export.Verdict;
import io.tocsin.proof.note.NoteKey;
import io.tocsin.proof.note.NoteSigner;

@QuarkusTest
@WithTestResource(AuditDatabase.class)
@WithTestResource(AuditKeys.class)
class KeyRotationTest {

    @Inject
    Heads heads;

    @Inject
    SigningKey oldKey;

    @Inject
    HeadStore store;

    @Inject
    Chain chain;

    @Inject
    Clock clock;

    @TempDir
    Path folder;

    private record Settings(Optional<Path> keyFile, String signer, Duration every, Optional<Path> folder)
            implements
                HeadConfig {}

    @Test
    void whatTheOldKeySignedIsProvenByTheOldKeyAndTheRestByTheNewOne() throws IOException {
        Services.deliver(aUserEvent().of("rotating").at("2015-01-01T00:00:00Z").build());
        var before = await(() -> heads.signNow("rotating")).orElseThrow();
        var exportOfBefore = ExportFile.fetch(AuditKeys.ROTATING, "?head=" + before.size());
        var newKey = newKey();
        var rotated = new Heads(store, chain, newKey, clock);
        Services.deliver(aUserEvent().of("rotating").at("2015-01-02T00:00:00Z").build());

        var after = await(() -> rotated.signNow("rotating")).orElseThrow();

        var exportOfAfter = ExportFile.fetch(AuditKeys.ROTATING, "?head=" + after.size());
        assertThat(proven(exportOfBefore, oldKey)).isTrue();
        assertThat(proven(exportOfBefore, newKey)).isFalse();
        assertThat(proven(exportOfAfter, newKey)).isTrue();
        assertThat(proven(exportOfAfter, oldKey)).isFalse();
        assertThat(await(heads::keys)).extracting(PublicKeyOfLog::keyId).contains(before.keyId(), after.keyId());
    }

    /** Whoever trusts the new key only still has the whole log under a head of it. */
    @Test
    void whatHasNotGrownSinceTheRotationIsSignedAgain() throws IOException {
        Services.deliver(aUserEvent().of("rotating").at("2015-01-03T00:00:00Z").build());
        await(heads::signAll);
        var newKey = newKey();

        await(new Heads(store, chain, newKey, clock)::signAll);

        var newest = await(() -> heads.newest("rotating", Long.MAX_VALUE, 2));
        assertThat(newest.get(0).keyId()).isEqualTo(newKey.signer().orElseThrow().keyId());
        assertThat(newest.get(0).size()).isEqualTo(newest.get(1).size());
        assertThat(newest.get(0).root()).isEqualTo(newest.get(1).root());
    }

    private SigningKey newKey() throws IOException {
        var file = Files.writeString(Files.createTempFile(folder, "key", ".pem"), NoteSigner.newKeyFile());
        return new SigningKey(new Settings(Optional.of(file), "tocsin-audit", Duration.ofMinutes(10), Optional.empty()));
    }

    private boolean proven(String export, SigningKey key) throws IOException {
        var file = Files.write(folder.resolve("export.ndjson"), export.getBytes(StandardCharsets.UTF_8));
        List<NoteKey> keys = List.of(key.signer().orElseThrow().key());
        Verdict verdict = new ExportVerifier(keys).verify(file);
        return verdict.isSound();
    }
}
