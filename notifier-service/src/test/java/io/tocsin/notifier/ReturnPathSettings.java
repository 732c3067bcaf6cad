package io.tocsin.notifier;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Lets mails go out with a return address of their own. */
public class ReturnPathSettings implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of("tocsin.notifier.bounces.address", "bounces@tocsin.example");
    }

    @Override
    public void stop() {
        // nothing was started
    }
}
