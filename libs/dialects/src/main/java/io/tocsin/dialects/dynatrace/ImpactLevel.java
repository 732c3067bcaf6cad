package io.tocsin.dialects.dynatrace;

import java.util.Locale;

import io.tocsin.model.Entity;

/** How far an event reaches; the type of its entity decides. */
public enum ImpactLevel {
    APPLICATION, SERVICE, ENVIRONMENT, INFRASTRUCTURE;

    static ImpactLevel of(Entity entity) {
        var type = entity.type() == null ? "" : entity.type();
        return switch (type) {
            case "APPLICATION", "MOBILE_APPLICATION", "CUSTOM_APPLICATION", "SYNTHETIC_TEST", "HTTP_CHECK",
                    "EXTERNAL_SYNTHETIC_TEST" -> APPLICATION;
            case "SERVICE", "SERVICE_METHOD" -> SERVICE;
            case "ENVIRONMENT" -> ENVIRONMENT;
            default -> INFRASTRUCTURE;
        };
    }

    String displayName() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
}
