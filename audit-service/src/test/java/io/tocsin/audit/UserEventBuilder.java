package io.tocsin.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.tocsin.model.AccountGroup;
import io.tocsin.model.User;
import io.tocsin.model.message.UserEvent;
import io.tocsin.model.message.UserEvent.Resource;

/** {@code aUserEvent().by(AuditKeys.BEA).at("2026-01-01T00:00:00Z").build()} */
public final class UserEventBuilder {

    private final UUID id = UUID.randomUUID();
    private String organization = "acme";
    private AccountGroup accountGroup = new AccountGroup("11", "Network");
    private Instant date;
    private String event = "Alert rule created.";
    private User user = AuditKeys.user(AuditKeys.AUDITOR);
    private final List<Resource> resources = new ArrayList<>();
    private UserEvent.Change change;

    private UserEventBuilder() {}

    public static UserEventBuilder aUserEvent() {
        return new UserEventBuilder();
    }

    public UserEventBuilder of(String otherOrganization) {
        organization = otherOrganization;
        return this;
    }

    public UserEventBuilder in(String groupId, String groupName) {
        accountGroup = new AccountGroup(groupId, groupName);
        return this;
    }

    public UserEventBuilder at(String when) {
        return at(Instant.parse(when));
    }

    public UserEventBuilder at(Instant when) {
        date = when;
        return this;
    }

    public UserEventBuilder saying(String what) {
        event = what;
        return this;
    }

    public UserEventBuilder by(String key) {
        user = AuditKeys.user(key);
        return this;
    }

    public UserEventBuilder about(String type, String name) {
        resources.add(new Resource(type, name));
        return this;
    }

    public UserEventBuilder changing(Map<String, Object> before, Map<String, Object> after) {
        change = new UserEvent.Change(before, after);
        return this;
    }

    public UserEvent build() {
        return new UserEvent(id, organization, accountGroup, date, event, user, "192.0.2.7", resources, change);
    }
}
