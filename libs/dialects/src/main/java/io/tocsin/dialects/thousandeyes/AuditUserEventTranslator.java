package io.tocsin.dialects.thousandeyes;

import java.util.List;

import io.tocsin.model.message.UserEvent;

/** User events in the words of ThousandEyes. */
public final class AuditUserEventTranslator {

    private AuditUserEventTranslator() {}

    public static AuditUserEvent toWire(UserEvent event) {
        return new AuditUserEvent(
                event.accountGroup().id(),
                event.accountGroup().name(),
                event.date(),
                event.event(),
                event.ipAddress(),
                event.user().id(),
                event.user().display(),
                resources(event.resources()));
    }

    private static List<AuditUserEvent.Resource> resources(List<UserEvent.Resource> resources) {
        return resources.isEmpty()
                ? null
                : resources.stream()
                        .map(resource -> new AuditUserEvent.Resource(resource.type(), resource.name()))
                        .toList();
    }
}
