package io.tocsin.alerts;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.tocsin.model.Scope;
import io.tocsin.test.KeysFile;

/** A key file, and background work only when a test does it: {@code @WithTestResource(TestSetUp.class)}. */
public class TestSetUp implements QuarkusTestResourceLifecycleManager {

    /** May do everything in account groups 11 and 12, 11 being the default. */
    public static final String ALL = "all-of-acme";
    public static final String VIEW_ONLY = "view-of-acme";
    public static final String NOTHING = "nothing-of-acme";
    public static final String OTHER_ORGANIZATION = "all-of-umbrella";
    public static final String SERVICES = "secret-of-services";

    public static final Scope SCOPE = new Scope("acme", "11");

    private static final String EVERY_PERMISSION = "view-alert-rules, edit-alert-rules, view-alerts, "
            + "view-alert-suppression-windows, edit-alert-suppression-windows";

    private KeysFile file;

    @Override
    public Map<String, String> start() {
        file = KeysFile.of(
                key(ALL, "acme", EVERY_PERMISSION),
                key(VIEW_ONLY, "acme", "view-alert-rules, view-alerts, view-alert-suppression-windows"),
                key(NOTHING, "acme", ""),
                key(OTHER_ORGANIZATION, "umbrella", EVERY_PERMISSION));
        return Map.of(
                KeysFile.SETTING, file.path().toString(),
                "tocsin.outbox.service-credential", SERVICES,
                "tocsin.outbox.relay.enabled", "false",
                "tocsin.alerts.evaluation.clear-every", "off",
                "tocsin.alerts.results.mute-every", "off",
                "tocsin.alerts.results.forget-every", "off",
                "tocsin.alerts.results.forget-baselines-every", "off",
                "tocsin.alerts.evaluation.forget-every", "off");
    }

    @Override
    public void stop() {
        file.close();
    }

    private static String key(String secret, String organization, String permissions) {
        return KeysFile.entry(secret, organization, "{id: u1, name: Ann Example, email: ann@example.com}",
                "[{id: \"11\", name: Network}, {id: \"12\", name: Web}]", permissions);
    }
}
