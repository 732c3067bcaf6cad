package io.tocsin.events.api.thousandeyes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.tocsin.events.TestDatabase;

/** A detected event as detection stores it: {@code StoredEvent.of("TARGET", "www.example.com").began(start).touching(...)}. */
final class StoredEvent {

    static final String EVIDENCE = """
            {"logOdds": 58.2, "threshold": 16.1, "phases": {"network": 2, "server": 7},
             "rejected": [{"type": "dns", "name": "example.com", "worseBy": 12.5},
                          {"type": "agent-local", "name": "of-others", "worseBy": 30},
                          {"type": "network", "name": "64500 NO 64510", "worseBy": 41}],
             "series": [{"minute": 29000000, "rounds": 20, "failures": 15, "usual": 0.1},
                        {"minute": 29000001, "rounds": 0, "failures": 0, "usual": 0}]}""";

    private final UUID id = UUID.randomUUID();
    private final String type;
    private final String component;
    private final List<String[]> flows = new ArrayList<>();
    private String organization = "acme";
    private String state = "ACTIVE";
    private String severity = "MEDIUM";
    private Instant began;
    private Instant ended;

    private StoredEvent(String type, String component) {
        this.type = type;
        this.component = component;
    }

    static StoredEvent of(String type, String component) {
        return new StoredEvent(type, component);
    }

    StoredEvent began(Instant time) {
        began = time;
        return this;
    }

    StoredEvent ended(Instant time) {
        ended = time;
        return in("RESOLVED");
    }

    StoredEvent in(String other) {
        state = other;
        return this;
    }

    StoredEvent ofOrganization(String other) {
        organization = other;
        return this;
    }

    StoredEvent touching(String accountGroup, String test, String agent, String target) {
        flows.add(new String[]{ accountGroup, test, agent, target });
        return this;
    }

    UUID id() {
        return id;
    }

    StoredEvent storedIn(TestDatabase database) {
        var groups = "{" + String.join(",", flows.stream().map(flow -> flow[0]).distinct().toList()) + "}";
        database.execute("""
                insert into detected_event (organization, id, finding, state, type, component, severity, started_at, ended_at,
                                            detected_at, account_groups, evidence, updated_at)
                values ('%s', '%s', '%s', '%s', '%s', '%s', '%s', '%s', %s, '%s', '%s', '%s', '%s')
                """.formatted(organization, id, id, state, type, component, severity, began,
                ended == null ? "null" : "'" + ended + "'", began, groups, EVIDENCE, began.plusSeconds(90)));
        flows.forEach(flow -> database.execute("insert into detected_flow values ('%s', '%s', '%s', '%s', '%s', '', '%s')"
                .formatted(organization, id, flow[0], flow[1], flow[2], flow[3])));
        return this;
    }
}
