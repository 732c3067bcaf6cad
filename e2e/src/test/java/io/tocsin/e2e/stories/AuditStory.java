package io.tocsin.e2e.stories;

import static io.tocsin.e2e.domain.ARule.aRule;
import static io.tocsin.e2e.domain.Names.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.tocsin.e2e.api.AuditExports;
import io.tocsin.e2e.api.Script;
import io.tocsin.e2e.api.Story;
import io.tocsin.e2e.api.Tocsin;
import io.tocsin.local.key.ApiKey;
import io.tocsin.local.key.KeyHolder;
import io.tocsin.local.service.Service;
import io.tocsin.proof.note.NoteSigner;

/** An auditor downloads the log and checks it with the command; somebody else has edited the copy, or the key is another one. */
@Story
class AuditStory {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int TOO_OFTEN = 20;

    @TempDir
    Path folder;

    @Test
    void everyAlteredCopyOfAnExportIsCaughtByTheCommand(Tocsin tocsin) throws Exception {
        somethingIsChanged(tocsin, 3);
        var exports = tocsin.auditExports();
        var lines = exports.download();
        var key = Files.writeString(folder.resolve("key.pem"), exports.publicKeys());
        var first = AuditExports.lineOfEntry(lines, 2);
        var second = AuditExports.lineOfEntry(lines, 3);

        assertThat(verify(lines, key)).startsWith("0 Proven: ").contains(" entries of organization 'default'");
        assertThat(verify(altered(lines, first), key)).isEqualTo("1 tocsin: NOT PROVEN, ALTERED: entry 2 (line " + (first + 1)
                + "): it is not what was recorded");
        assertThat(verify(dropped(lines, first), key)).startsWith("1 tocsin: NOT PROVEN, DROPPED: entry 2 ");
        assertThat(verify(inserted(lines, first), key)).startsWith("1 tocsin: NOT PROVEN, INSERTED: entry 2 ");
        assertThat(verify(swapped(lines, first, second), key)).startsWith("1 tocsin: NOT PROVEN, REORDERED: entry 2 ");
        assertThat(verify(lines.subList(0, second), key)).startsWith("1 tocsin: NOT PROVEN, DROPPED: entry 3 ");
    }

    @Test
    void aCompressedDownloadIsVerifiedAsItCame(Tocsin tocsin) throws Exception {
        somethingIsChanged(tocsin, 1);
        var file = Files.write(folder.resolve("audit.ndjson.gz"), tocsin.auditExports().downloadCompressed());
        var key = Files.writeString(folder.resolve("key.pem"), tocsin.auditExports().publicKeys());

        assertThat(verify(file, key)).startsWith("0 Proven: ");
    }

    @Test
    void headsOfBeforeARotationAreProvenByTheKeyOfBefore(Tocsin tocsin) throws Exception {
        somethingIsChanged(tocsin, 1);
        var exports = tocsin.auditExports();
        var before = exports.download();
        var data = tocsin.platform().data().path();
        var oldKey = Files.copy(data.resolve("audit-key.pub.pem"), folder.resolve("old.pem"));
        var head = Files.writeString(folder.resolve("head.note"), exports.newestHead());

        var pair = NoteSigner.newKeyFile();
        Files.writeString(data.resolve("audit-key.pem"), pair);
        var audit = tocsin.platform().replicas(Service.AUDIT).get(0);
        audit.kill();
        tocsin.platform().restart(audit);
        somethingIsChanged(tocsin, 1);

        var after = exports.download();
        var newKey = Files.writeString(folder.resolve("new.pem"), pair.substring(pair.indexOf("-----BEGIN PUBLIC")));
        assertThat(verify(before, oldKey)).startsWith("0 Proven: ");
        assertThat(verify(before, newKey)).startsWith("1 tocsin: NOT PROVEN, UNPROVEN: ").contains("none of the keys given");
        assertThat(verify(after, newKey)).startsWith("0 Proven: ");
        assertThat(verify(after, oldKey)).startsWith("1 tocsin: NOT PROVEN, UNPROVEN: ");
        assertThat(exports.publicKeys()).contains(Files.readString(oldKey)).contains(Files.readString(newKey));
        assertThat(verify(after, newKey, "--key", oldKey.toString(), "--head", head.toString())).startsWith("0 Proven: ");
    }

    /** A key of the organization which may do nothing of all this. */
    @Test
    void aKeyWhichIsRefusedTooOftenIsToldByEachService(Tocsin tocsin) {
        var name = unique("guest");
        var guest = tocsin.platform()
                .data()
                .keys()
                .create(new KeyHolder("default", name, name + "@example.org", new KeyHolder.AccountGroup("1", "Default"),
                        List.of("report-bounces")));

        // a key which is not yet known is answered 401 by all of these; Datadog's dialect would say 403 to it, too
        for (var path : Set.of("/v7/events", "/v7/alerts", "/v7/audit-user-events", "/notifications/deliveries")) {
            await().atMost(PATIENCE).until(() -> status(tocsin, guest, path) == 403);
            for (var call = 0; call < 2 * TOO_OFTEN; call++) {
                assertThat(status(tocsin, guest, path)).as(path).isEqualTo(403);
            }
        }

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(refusals(tocsin, name)).hasSize(4));
    }

    private static List<Map<String, Object>> refusals(Tocsin tocsin, String name) {
        return tocsin.auditLog()
                .saying("Credential refused too often.")
                .stream()
                .filter(entry -> String.valueOf(entry.get("user")).startsWith(name))
                .toList();
    }

    private static int status(Tocsin tocsin, ApiKey key, String path) {
        return tocsin.http()
                .authorized(key.value())
                .header("DD-API-KEY", key.value())
                .header("DD-APPLICATION-KEY", key.value())
                .get(path)
                .statusCode();
    }

    private static void somethingIsChanged(Tocsin tocsin, int times) {
        var name = unique("audited");
        for (var n = 0; n < times; n++) {
            tocsin.rules().create(aRule(name + n));
            var made = name + n;
            await().atMost(PATIENCE).until(() -> !tocsin.auditLog().about(made).isEmpty());
        }
    }

    private static List<String> altered(List<String> lines, int at) {
        var copy = new ArrayList<>(lines);
        copy.set(at, copy.get(at).replaceFirst("\"event\":\"[^\"]", "\"event\":\"_"));
        return copy;
    }

    private static List<String> dropped(List<String> lines, int at) {
        var copy = new ArrayList<>(lines);
        copy.remove(at);
        return copy;
    }

    private static List<String> inserted(List<String> lines, int at) {
        var copy = new ArrayList<>(lines);
        copy.add(at, altered(lines, at).get(at));
        return copy;
    }

    private static List<String> swapped(List<String> lines, int first, int second) {
        var copy = new ArrayList<>(lines);
        Collections.swap(copy, first, second);
        return copy;
    }

    private String verify(List<String> lines, Path key, String... more) throws Exception {
        return verify(Files.write(Files.createTempFile(folder, "copy", ".ndjson"), lines), key, more);
    }

    /** What the command said, behind its exit code. */
    private static String verify(Path file, Path key, String... more) throws Exception {
        var words = new ArrayList<>(List.of("audit", "verify", file.toString(), "--key", key.toString()));
        words.addAll(List.of(more));
        var command = Script.tocsin(words.toArray(String[]::new));
        assertThat(command.awaitEnd(PATIENCE)).isTrue();
        return command.exitCode() + " " + command.output().strip();
    }
}
