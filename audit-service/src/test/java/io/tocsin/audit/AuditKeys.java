package io.tocsin.audit;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.tocsin.model.User;
import io.tocsin.test.KeysFile;

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
    public static final String CROWD = "crowd";

    /** Of acme; was let in until 2020. */
    public static final String EXPIRED = "expired";

    /** Of privacy; sees what she did herself. */
    public static final String PAT = "pat";

    /** Of nothing, where nobody ever did anything: may do everything with the log. */
    public static final String NEWCOMER = "newcomer";

    private static final String NETWORK = "[{id: 11, name: Network}]";
    private static final String LABS = "[{id: 11, name: Labs}]";
    private static final String ALL = "view-all-activity-log, export-audit-log, erase-personal-data";

    /** Of umbrella; sees what she did herself, which is nothing. */
    public static final String GUEST_OF_UMBRELLA = "guest-of-umbrella";

    private KeysFile file;

    public static User user(String key) {
        return new User("id-of-" + key, key, key + "@example.com");
    }

    @Override
    public Map<String, String> start() {
        file = KeysFile.of(
                key(AUDITOR, "acme", "[{id: 11, name: Network}, {id: 12, name: Web}]", "view-all-activity-log"),
                key(BEA, "acme", "[{id: 11, name: Network}, {id: 12, name: Web}]", "view-own-activity-log"),
                key(GUEST, "acme", NETWORK, "view-alerts"),
                key(STRANGER, "umbrella", LABS, "view-all-activity-log"),
                key(GUEST_OF_UMBRELLA, "umbrella", LABS, "view-own-activity-log"),
                key(LEDGER, "ledger", NETWORK, ALL),
                key(PRIVACY, "privacy", NETWORK, ALL),
                key(RETIRED, "retired", NETWORK, ALL),
                key(ROTATING, "rotating", NETWORK, ALL),
                key(CROWD, "crowd", NETWORK, ALL),
                key(EXPIRED, "acme", NETWORK, ALL) + "    expiresAt: 2020-01-01T00:00:00Z\n",
                key(PAT, "privacy", NETWORK, "view-own-activity-log"),
                key(NEWCOMER, "nothing", NETWORK, ALL));
        return Map.of(KeysFile.SETTING, file.path().toString());
    }

    @Override
    public void stop() {
        file.close();
    }

    private static String key(String name, String organization, String groups, String permission) {
        var user = user(name);
        return KeysFile.entry(name, organization, "{id: %s, name: %s, email: %s}".formatted(user.id(), user.name(), user
                .email()),
                groups, permission);
    }
}
