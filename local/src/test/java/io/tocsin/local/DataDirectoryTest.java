package io.tocsin.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.tocsin.local.process.CannotStart;

class DataDirectoryTest {

    @TempDir
    Path folder;

    @Test
    void onlyItsOwnerMayEnter() throws Exception {
        try (var data = new DataDirectory(folder.resolve("data")).open()) {
            assertThat(Files.getPosixFilePermissions(data.path())).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void oneRunAtATimeHoldsIt() {
        try (var first = new DataDirectory(folder).open()) {
            assertThatThrownBy(() -> new DataDirectory(folder).open())
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("already runs on " + first.path())
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void theNextRunGetsItWhenTheFirstHasEnded() {
        new DataDirectory(folder).open().close();

        try (var next = new DataDirectory(folder).open()) {
            assertThat(next.path()).isEqualTo(folder.toAbsolutePath());
        }
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamed() throws Exception {
        var file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> new DataDirectory(file.resolve("data")).open())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("--data DIR");
    }
}
