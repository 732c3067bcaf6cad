package io.tocsin.audit;

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
import io.tocsin.model.User;

/** Who may ask in tests. */
public class AuditKeys implements QuarkusTestResourceLifecycleManager {

    /** Of acme, in the account groups 11 (the default) and 12; sees what everybody did. */
    public static final String AUDITOR = "auditor";
    /** Of acme, in 11 and 12; sees what she did herself. */
    public static final String BEA = "bea";
    /** Of acme, in 11; may see no activity. */
    public static final String GUEST = "guest";
    /** Of umbrella, in its own 11; sees what everybody did there. */
    public static final String STRANGER = "stranger";

    /** Of the organization of the same name: may do everything with the log. */
    public static final String LEDGER = "ledger";
    public static final String PRIVACY = "privacy";
    public static final String RETIRED = "retired";
    public static final String ROTATING = "rotating";

    /** Of acme; was let in until 2020. */
    public static final String EXPIRED = "expired";

    /** Of privacy; sees what she did herself. */
    public static final String PAT = "pat";

    /** Of nothing, where nobody ever did anything: may do everything with the log. */
    public static final String NEWCOMER = "newcomer";

    private static final String ALL = "view-all-activity-log, export-audit-log, erase-personal-data";

    /** Of umbrella; sees what she did herself, which is nothing. */
    public static final String GUEST_OF_UMBRELLA = "guest-of-umbrella";

    private Path file;

    public static User user(String key) {
        return new User("id-of-" + key, key, key + "@example.com");
    }

    @Override
    public Map<String, String> start() {
        try {
            file = Files.createTempFile("keys", ".yaml");
            Files.writeString(file, "keys:\n"
                    + key(AUDITOR, "acme", "[{id: 11, name: Network}, {id: 12, name: Web}]", "view-all-activity-log")
                    + key(BEA, "acme", "[{id: 11, name: Network}, {id: 12, name: Web}]", "view-own-activity-log")
                    + key(GUEST, "acme", "[{id: 11, name: Network}]", "view-alerts")
                    + key(STRANGER, "umbrella", "[{id: 11, name: Labs}]", "view-all-activity-log")
                    + key(GUEST_OF_UMBRELLA, "umbrella", "[{id: 11, name: Labs}]", "view-own-activity-log")
                    + key(LEDGER, "ledger", "[{id: 11, name: Network}]", ALL)
                    + key(PRIVACY, "privacy", "[{id: 11, name: Network}]", ALL)
                    + key(RETIRED, "retired", "[{id: 11, name: Network}]", ALL)
                    + key(ROTATING, "rotating", "[{id: 11, name: Network}]", ALL)
                    + key(EXPIRED, "acme", "[{id: 11, name: Network}]", ALL).stripTrailing()
                    + "\n    expiresAt: 2020-01-01T00:00:00Z\n"
                    + key(PAT, "privacy", "[{id: 11, name: Network}]", "view-own-activity-log")
                    + key(NEWCOMER, "nothing", "[{id: 11, name: Network}]", ALL));
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

    private static String key(String name, String organization, String groups, String permission) {
        return """
                  - name: %s
                    sha256: %s
                    organization: %s
                    user: {id: %s, name: %s, email: %s}
                    accountGroups: %s
                    permissions: [%s]
                """.formatted(name, sha256(name), organization, user(name).id(), user(name).name(), user(name).email(), groups,
                permission);
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
