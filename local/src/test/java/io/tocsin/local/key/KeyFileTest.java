package io.tocsin.local.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

import io.tocsin.local.process.CannotStart;

class KeyFileTest {

    @TempDir
    Path folder;

    private Path path;
    private KeyFile file;

    @BeforeEach
    void set() {
        path = folder.resolve("keys.yaml");
        file = new KeyFile(path);
    }

    @Test
    void aKeyIsStoredAsItsHashOnly() throws IOException {
        var key = file.create(holder("Ann Lee", "ann@example.com"));

        assertThat(key.value()).startsWith("tocsin_").hasSize("tocsin_".length() + 43);
        assertThat(Files.readString(path)).contains(key.sha256()).doesNotContain(key.value());
        assertThat(Files.getPosixFilePermissions(path)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void theHoldersNamesAreKeptLetterByLetter() throws IOException {
        file.create(holder("Zoë \"Z\" O'Neil: {x} \\ #1", "zoe@example.com"));

        assertThat(keys().get(0).get("user"))
                .isEqualTo(Map.of("id", "1", "name", "Zoë \"Z\" O'Neil: {x} \\ #1", "email", "zoe@example.com"));
    }

    @Test
    void allPermissionsAreGivenWhenNoneIsNamed() throws IOException {
        file.create(holder("Ann", "ann@example.com"));
        file.create(new KeyHolder("acme", "Bob", "bob@example.com", new KeyHolder.AccountGroup("7", "Ops"), List.of(
                "view-alerts")));

        assertThat(keys()).extracting(key -> key.get("permissions"))
                .containsExactly(KeyHolder.ALL_PERMISSIONS, List.of("view-alerts"));
    }

    @Test
    void aPersonKeepsTheirUserIdWithEveryKey() throws IOException {
        file.create(holder("Ann", "ann@example.com"));
        file.create(holder("Bob", "bob@example.com"));
        file.create(holder("Ann", "Ann@example.com"));

        assertThat(keys()).extracting(key -> userOf(key).get("id")).containsExactly("1", "2", "1");
    }

    @Test
    void whatPeopleWroteIntoTheFileStays() throws IOException {
        Files.writeString(path, "# mine\nkeys: []\n");

        var key = file.create(holder("Ann", "ann@example.com"));

        assertThat(Files.readString(path)).startsWith("# mine\n");
        assertThat(file.holds(key)).isTrue();
    }

    @Test
    void aBrokenFileIsLeftAloneAndNamed() throws IOException {
        Files.writeString(path, "keys: [\n");

        assertThatThrownBy(() -> file.create(holder("Ann", "ann@example.com")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(path.toString());
        assertThat(Files.readString(path)).isEqualTo("keys: [\n");
    }

    private static KeyHolder holder(String name, String email) {
        return new KeyHolder("acme", name, email, new KeyHolder.AccountGroup("1", "Default"), List.of());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> userOf(Map<String, Object> key) {
        return (Map<String, String>) key.get("user");
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> keys() throws IOException {
        Map<String, Object> root = new Yaml().load(Files.readString(path));
        return (List<Map<String, Object>>) root.get("keys");
    }
}
