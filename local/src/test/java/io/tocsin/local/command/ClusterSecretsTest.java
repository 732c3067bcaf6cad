package io.tocsin.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import io.tocsin.local.key.ApiKey;
import io.tocsin.proof.note.NoteSigner;
import io.tocsin.proof.note.SignedNote;

class ClusterSecretsTest {

    private static final Path CLUSTER = Path.of("..", "k8s", "cloudnative-pg", "cluster.yaml");

    private final ApiKey key = ApiKey.random();
    private final List<Map<String, Object>> secrets = parse(new ClusterSecrets(
            List.of("--user", "Ann", "--email", "ann@example.org", "--account-group", "1=Main")).yaml(key));

    @Test
    void everyRoleOfTheClusterFindsItsPassword() throws IOException {
        var roles = list(parse(Files.readString(CLUSTER)).get(0), "spec", "managed", "roles");

        assertThat(roles).hasSize(8).allSatisfy(role -> {
            var secret = secret(at(role, "passwordSecret", "name"));
            assertThat(at(secret, "stringData", "username")).isEqualTo(at(role, "name"));
            assertThat(at(secret, "type")).isEqualTo("kubernetes.io/basic-auth");
        });
    }

    @Test
    void noTwoPasswordsAreTheSame() {
        var passwords = secrets.stream()
                .map(secret -> at(secret, "stringData", "password"))
                .filter(one -> one != null)
                .toList();

        assertThat(passwords).hasSize(8)
                .doesNotHaveDuplicates()
                .allSatisfy(one -> assertThat((String) one).hasSizeGreaterThan(40));
    }

    @Test
    void theKeyFileHoldsTheHashAndNotTheKey() {
        var keys = parse((String) at(secret("tocsin-identity"), "stringData", "keys.yaml")).get(0);

        assertThat(list(keys, "keys")).singleElement().satisfies(entry -> {
            assertThat(at(entry, "sha256")).isEqualTo(key.sha256());
            assertThat(at(entry, "user", "email")).isEqualTo("ann@example.org");
        });
        assertThat(secret("tocsin-identity").toString()).doesNotContain(key.value());
        assertThat(at(secret("tocsin-first-key"), "stringData", "key")).isEqualTo(key.value());
    }

    @Test
    void theAuditLogIsSignedFromTheFirstDayOn() {
        var file = (String) at(secret("tocsin-audit-key"), "stringData", "audit-key.pem");

        assertThat(SignedNote.parse(NoteSigner.parse("tocsin-audit", file).sign("a head\n")).text()).isEqualTo("a head\n");
    }

    private Object secret(Object name) {
        return secrets.stream().filter(secret -> at(secret, "metadata", "name").equals(name)).findFirst().orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> parse(String yaml) {
        var documents = new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(yaml);
        return StreamSupport.stream(documents.spliterator(), false).map(one -> (Map<String, Object>) one).toList();
    }

    private static List<?> list(Object start, String... path) {
        return (List<?>) at(start, path);
    }

    private static Object at(Object start, String... path) {
        var here = start;
        for (var name : path) {
            here = here instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return here;
    }
}
