package io.tocsin.http.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.vertx.mutiny.core.Vertx;

class KeyFileTest {

    private final Vertx vertx = Vertx.vertx();
    private final ErrorLines errors = new ErrorLines();

    private KeyFile opened;

    @TempDir
    Path directory;

    @BeforeEach
    void listen() {
        Logger.getLogger(KeyFile.class.getName()).addHandler(errors);
    }

    @AfterEach
    void close() {
        Logger.getLogger(KeyFile.class.getName()).removeHandler(errors);
        opened.close();
        vertx.closeAndAwait();
    }

    @Test
    void aKeyIsKnownSoonAfterItsFileChanged() throws IOException {
        var file = Files.writeString(directory.resolve("keys.yaml"), KeyFiles.withKeys(KeyFiles.entry("ci", "old")));
        var keys = open(file);

        Files.writeString(file, KeyFiles.withKeys(KeyFiles.entry("ci", "new")));

        await().untilAsserted(() -> assertThat(keys.find("new")).isNotNull());
        assertThat(keys.find("old")).isNull();
    }

    @Test
    void aSecretIsReadThroughTheLinksThatKubernetesSwaps() throws IOException {
        version("..1", "old");
        Files.createSymbolicLink(directory.resolve("..data"), Path.of("..1"));
        var file = Files.createSymbolicLink(directory.resolve("keys.yaml"), Path.of("..data/keys.yaml"));
        var keys = open(file);

        version("..2", "new");
        Files.createSymbolicLink(directory.resolve("..data_tmp"), Path.of("..2"));
        Files.move(directory.resolve("..data_tmp"), directory.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);

        await().untilAsserted(() -> assertThat(keys.find("new")).isNotNull());
    }

    @Test
    void aFileThatBecameWrongLeavesTheKeysAndIsComplainedAboutOnce() throws IOException {
        var file = Files.writeString(directory.resolve("keys.yaml"), KeyFiles.withKeys(KeyFiles.entry("ci", "s3cret")));
        var keys = open(file);

        Files.writeString(file, "keys:\n  - name: ci\n");
        await().until(() -> errors.lines.size() == 1);
        Files.delete(file);
        await().until(() -> errors.lines.size() == 2);

        assertThat(keys.find("s3cret")).isNotNull();
        assertThat(errors.lines).containsExactly(
                "tocsin.identity.keys-file: cannot read " + file
                        + ": keys[0]: sha256 is missing; the keys read before stay in force",
                "tocsin.identity.keys-file: cannot read " + file + ": it does not exist; the keys read before stay in force");
    }

    @Test
    void aFileThatIsWrongFromTheBeginningStopsTheStart() {
        var file = directory.resolve("none.yaml");

        assertThatThrownBy(() -> open(file))
                .hasMessage("tocsin.identity.keys-file: cannot read " + file + ": it does not exist");
    }

    private KeyFile open(Path file) {
        opened = new KeyFile(new Config(file), Clock.systemUTC(), vertx);
        opened.open();
        return opened;
    }

    private void version(String name, String secret) throws IOException {
        var version = Files.createDirectory(directory.resolve(name));
        Files.writeString(version.resolve("keys.yaml"), KeyFiles.withKeys(KeyFiles.entry("ci", secret)));
    }

    private record Config(Path file) implements IdentityConfig {

        @Override
        public Optional<Path> keysFile() {
            return Optional.of(file);
        }

        @Override
        public Duration keysFileCheck() {
            return Duration.ofMillis(20);
        }
    }

    private static final class ErrorLines extends Handler {

        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord line) {
            if (line.getLevel().intValue() >= Level.WARNING.intValue()) {
                lines.add(((ExtLogRecord) line).getFormattedMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
