package io.tocsin.http.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import io.tocsin.model.AccountGroup;

class KeyFileParserTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void aKeyIsFoundByItsSecretAlone() {
        var keys = parse(KeyFiles.withKeys(KeyFiles.entry("ci", "s3cret")));

        var principal = keys.find("s3cret", NOW);

        assertThat(principal.credential()).isEqualTo("ci");
        assertThat(principal.accountGroups()).containsExactly(new AccountGroup("11", "Network"), new AccountGroup("12", "Web"));
        assertThat(principal.permissions()).containsExactlyInAnyOrder(Permission.VIEW_EVENTS, Permission.INGEST_EVENTS);
        assertThat(keys.find("s3crets", NOW)).isNull();
    }

    @Test
    void twoKeysMayShareANameWhileOneReplacesTheOther() {
        var yaml = KeyFiles.withKeys(KeyFiles.entry("ci", "old"), KeyFiles.entry("ci", "new"));

        var keys = parse(yaml);

        assertThat(keys.find("old", NOW)).isEqualTo(keys.find("new", NOW));
    }

    @Test
    void aThirdKeyOfOneNameIsRefused() {
        var yaml = KeyFiles.withKeys(KeyFiles.entry("ci", "1"), KeyFiles.entry("ci", "2"), KeyFiles.entry("ci", "3"));

        assertThatThrownBy(() -> parse(yaml)).hasMessage("key 'ci' stands more than twice; rotation needs two");
    }

    @Test
    void anExpiredKeyIsRefusedByName() {
        var keys = parse(KeyFiles.withKeys(KeyFiles.entry("ci", "s3cret") + "    expiresAt: 2026-01-01T00:00:00Z\n"));

        assertThat(keys.find("s3cret", NOW.minusSeconds(1))).isNotNull();
        assertThatThrownBy(() -> keys.find("s3cret", NOW))
                .isInstanceOf(Unauthenticated.class)
                .hasMessage("The API key 'ci' expired at 2026-01-01T00:00:00Z.");
    }

    @Test
    void whatIsWrongIsSaidWithItsPlace() {
        var entry = KeyFiles.entry("ci", "s3cret");

        assertThatThrownBy(() -> parse(KeyFiles.withKeys(entry.replaceAll("sha256: .*", "sha256: s3cret"))))
                .hasMessage("keys[0]: sha256 must be the 64 hexadecimal digits of a SHA-256 hash");
        assertThatThrownBy(() -> parse(KeyFiles.withKeys(entry.replaceAll("organization: .*", ""))))
                .hasMessage("keys[0]: organization is missing");
        assertThatThrownBy(() -> parse(KeyFiles.withKeys(entry.replace("view-events", "view-everything"))))
                .hasMessageContaining("keys[0]: permission 'view-everything' is unknown; known are ingest-events");
        assertThatThrownBy(() -> parse(KeyFiles.withKeys(entry.replace("defaultAccountGroup: 12", "defaultAccountGroup: 13"))))
                .hasMessageContaining("keys[0]: defaultAccountGroup '13' is not one of its accountGroups");
        assertThatThrownBy(() -> parse(KeyFiles.withKeys(entry + "    expiresAt: tomorrow\n")))
                .hasMessageContaining("keys[0]: expiresAt 'tomorrow' is no instant such as 2027-01-31T00:00:00Z");
        assertThatThrownBy(() -> parse(KeyFiles.withKeys(entry.replace("name: Ann", "nmae: Ann"))))
                .hasMessage("keys[0].user: name is missing");
        assertThatThrownBy(() -> parse(KeyFiles.withKeys(entry + "    colour: red\n")))
                .hasMessageContaining("keys[0].colour: Unrecognized field");
        assertThatThrownBy(() -> parse("keys: [")).hasMessageContaining("line 1: this is not YAML");
        assertThatThrownBy(() -> parse("")).hasMessage("the file is empty");
        assertThatThrownBy(() -> parse("kyes: []")).hasMessage("keys is missing");
    }

    private static Keys parse(String yaml) {
        return KeyFileParser.parse(yaml.getBytes(StandardCharsets.UTF_8));
    }
}
