package io.tocsin.model.message;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.tocsin.model.AccountGroup;
import io.tocsin.model.User;

/**
 * From any service to audit-service: somebody changed something.
 *
 * @param event what was done, a sentence with its full stop: {@code Alert rule created.}
 * @param ipAddress where the call came from, as the nearest trusted proxy saw it
 * @param resources what it was done to; empty for what has no object, such as a login
 */
public record UserEvent(
        UUID id,
        String organization,
        AccountGroup accountGroup,
        Instant date,
        String event,
        User user,
        String ipAddress,
        List<Resource> resources) {

    public static final String TYPE = "io.tocsin.user.event.v1";

    public UserEvent {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(organization, "organization");
        Objects.requireNonNull(accountGroup, "accountGroup");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(user, "user");
        resources = resources == null ? List.of() : List.copyOf(resources);
    }

    /** @param type ThousandEyes' word for the kind of thing, such as {@code alertRule} */
    public record Resource(String type, String name) {}
}
