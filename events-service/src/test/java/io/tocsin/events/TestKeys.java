package io.tocsin.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.tocsin.model.Scope;

/** A key file for tests: {@code @WithTestResource(TestKeys.class)}. */
public class TestKeys implements QuarkusTestResourceLifecycleManager {

    /** May post and read, in {@link #SCOPE}. */
    public static final String ALL = "all-of-acme";
    public static final String INGEST_ONLY = "ingest-of-acme";
    public static final String VIEW_ONLY = "view-of-acme";
    /** May post and read, in another account group of the same organization. */
    public static final String OTHER_GROUP = "other-group-of-acme";
    /** May post and read, in {@link #SCOPE} by default and in the account group 13 called Staging. */
    public static final String TWO_GROUPS = "two-groups-of-acme";
    public static final String OTHER_ORGANIZATION = "all-of-umbrella";

    public static final Scope SCOPE = new Scope("acme", "11");

    private Path file;

    @Override
    public Map<String, String> start() {
        try {
            file = Files.createTempFile("keys", ".yaml");
            Files.writeString(file, "keys:\n"
                    + key(ALL, "acme", "11", "ingest-events, view-events")
                    + key(INGEST_ONLY, "acme", "11", "ingest-events")
                    + key(VIEW_ONLY, "acme", "11", "view-events")
                    + key(OTHER_GROUP, "acme", "12", "ingest-events, view-events")
                    + key(TWO_GROUPS, "acme", "11", "ingest-events, view-events")
                            .replace("name: Group}]", "name: Group}, {id: \"13\", name: Staging}]")
                    + key(OTHER_ORGANIZATION, "umbrella", "11", "ingest-events, view-events"));
            return Map.of("tocsin.identity.keys-file", file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String key(String secret, String organization, String accountGroup, String permissions) {
        return """
                  - name: %s
                    sha256: %s
                    organization: %s
                    user: {id: u1, name: Ann Example, email: ann@example.com}
                    accountGroups: [{id: "%s", name: Group}]
                    defaultAccountGroup: "%s"
                    permissions: [%s]
                """.formatted(secret, sha256(secret), organization, accountGroup, accountGroup, permissions);
    }

    private static String sha256(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
