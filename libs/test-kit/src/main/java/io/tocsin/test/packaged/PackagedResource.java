package io.tocsin.test.packaged;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.tocsin.test.FreePort;
import io.tocsin.test.PostgresServer;
import io.tocsin.test.TestCertificate;

/**
 * What a packaged service needs in production: a database, which it reaches by TLS with the settings that the charts make of
 * {@code global.database.sslMode: verify-full}, and the credential of its fellows.
 */
public class PackagedResource implements QuarkusTestResourceLifecycleManager {

    static final String DATABASE = "service";

    private PostgresServer server;
    private Addresses addresses;

    /** Where the service answers. Not on ports of its own choice: its metrics would then name the port of one of its servers only. */
    record Addresses(URI api, URI management) {}

    @Override
    public Map<String, String> start() {
        var port = FreePort.find();
        var managementPort = FreePort.find();
        addresses = new Addresses(URI.create("http://localhost:" + port), URI.create("http://localhost:" + managementPort));
        var certificate = TestCertificate.create();
        server = PostgresServer.startWithTls(certificate).createDatabase(DATABASE);
        var settings = new HashMap<>(server.settings(DATABASE));
        settings.put("quarkus.datasource.jdbc.url",
                server.jdbcUrl(DATABASE) + "?sslmode=verify-full&sslrootcert=" + certificate.pem());
        settings.put("quarkus.datasource.reactive.postgresql.ssl-mode", "verify-full");
        settings.put("quarkus.datasource.reactive.hostname-verification-algorithm", "HTTPS");
        settings.put("quarkus.datasource.reactive.trust-certificate-pem", "true");
        settings.put("quarkus.datasource.reactive.trust-certificate-pem.certs", certificate.pem().toString());
        settings.put("tocsin.outbox.service-credential", "for-tests-only");
        // the test framework adds a key for JWTs, and no service starts with a key and without an audience
        settings.put("mp.jwt.verify.audiences", "tests");
        settings.put("quarkus.otel.sdk.disabled", "true");
        settings.put("quarkus.http.port", Integer.toString(port));
        settings.put("quarkus.management.port", Integer.toString(managementPort));
        return settings;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(server, new TestInjector.MatchesType(PostgresServer.class));
        injector.injectIntoFields(addresses, new TestInjector.MatchesType(Addresses.class));
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
        }
    }
}
