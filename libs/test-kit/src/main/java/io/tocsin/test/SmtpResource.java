package io.tocsin.test;

import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * Gives a Quarkus test a mail server of its own, and sets it into the test's field of type {@link SmtpServer}:
 * {@code @WithTestResource(SmtpResource.class)}. With the arguments {@code user} and {@code password} it takes mail after that login
 * only. The service is told the same, unless an argument named like a setting of {@code tocsin.notifier.smtp} says otherwise, such
 * as {@code setting.password}.
 */
public class SmtpResource implements QuarkusTestResourceLifecycleManager {

    private static final String PREFIX = "tocsin.notifier.smtp.";

    private static final String SETTING = "setting.";

    private Map<String, String> arguments = Map.of();
    private SmtpServer server;

    @Override
    public void init(Map<String, String> initArgs) {
        arguments = initArgs;
    }

    @Override
    public Map<String, String> start() {
        var user = arguments.get("user");
        server = user == null ? SmtpServer.start() : SmtpServer.startWithLogin(user, arguments.get("password"));
        var settings = new HashMap<String, String>();
        settings.put(PREFIX + "host", server.host());
        settings.put(PREFIX + "port", Integer.toString(server.port()));
        settings.put(PREFIX + "security", "none");
        arguments.forEach((name, value) -> settings.putIfAbsent(PREFIX + name, value));
        arguments.forEach((name, value) -> override(settings, name, value));
        return settings;
    }

    private static void override(Map<String, String> settings, String name, String value) {
        if (name.startsWith(SETTING)) {
            settings.remove(PREFIX + name);
            settings.put(PREFIX + name.substring(SETTING.length()), value);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(server, new TestInjector.MatchesType(SmtpServer.class));
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
        }
    }
}
