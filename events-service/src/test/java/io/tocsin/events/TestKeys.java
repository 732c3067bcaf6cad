package io.tocsin.events;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.tocsin.model.Scope;
import io.tocsin.test.KeysFile;

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

    /** May read, in an organization where nothing happens but what its test lets happen. */
    public static final String WATCHED = "view-of-watched";

    public static final Scope SCOPE = new Scope("acme", "11");

    private static final String GROUP_11 = "{id: \"11\", name: Group}";
    private static final String BOTH = "ingest-events, view-events";

    private KeysFile file;

    @Override
    public Map<String, String> start() {
        file = KeysFile.of(
                key(ALL, "acme", GROUP_11, BOTH),
                key(INGEST_ONLY, "acme", GROUP_11, "ingest-events"),
                key(VIEW_ONLY, "acme", GROUP_11, "view-events"),
                key(OTHER_GROUP, "acme", "{id: \"12\", name: Group}", BOTH),
                key(TWO_GROUPS, "acme", GROUP_11 + ", {id: \"13\", name: Staging}", BOTH),
                key(OTHER_ORGANIZATION, "umbrella", GROUP_11, BOTH),
                key(WATCHED, "watched", GROUP_11, "view-events"));
        return Map.of(KeysFile.SETTING, file.path().toString());
    }

    @Override
    public void stop() {
        file.close();
    }

    private static String key(String secret, String organization, String accountGroups, String permissions) {
        return KeysFile.entry(secret, organization, "{id: u1, name: Ann Example, email: ann@example.com}",
                "[" + accountGroups + "]", permissions);
    }
}
