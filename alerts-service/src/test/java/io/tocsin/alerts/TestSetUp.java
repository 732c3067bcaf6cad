package io.tocsin.alerts;

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

    private Path file;

    @Override
    public Map<String, String> start() {
        try {
            file = Files.createTempFile("keys", ".yaml");
            Files.writeString(file, "keys:\n"
                    + key(ALL, "acme", EVERY_PERMISSION)
                    + key(VIEW_ONLY, "acme", "view-alert-rules, view-alerts, view-alert-suppression-windows")
                    + key(NOTHING, "acme", "")
                    + key(OTHER_ORGANIZATION, "umbrella", EVERY_PERMISSION));
            return Map.of(
                    "tocsin.identity.keys-file", file.toString(),
                    "tocsin.outbox.service-credential", SERVICES,
                    "tocsin.outbox.relay.enabled", "false",
                    "tocsin.alerts.evaluation.clear-every", "off",
                    "tocsin.alerts.results.mute-every", "off",
                    "tocsin.alerts.results.forget-every", "off",
                    "tocsin.alerts.results.forget-baselines-every", "off",
                    "tocsin.alerts.evaluation.forget-every", "off");
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

    private static String key(String secret, String organization, String permissions) {
        return """
                  - name: %s
                    sha256: %s
                    organization: %s
                    user: {id: u1, name: Ann Example, email: ann@example.com}
                    accountGroups: [{id: "11", name: Network}, {id: "12", name: Web}]
                    defaultAccountGroup: "11"
                    permissions: [%s]
                """.formatted(secret, sha256(secret), organization, permissions);
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
