package io.tocsin.alerts.rule;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.alerts.trail.Editor;
import io.tocsin.alerts.trail.Trail;
import io.tocsin.model.message.UserEvent;

/** Who changed a rule, in the words of the audit log. */
@ApplicationScoped
class RuleTrail {

    private static final String RESOURCE_TYPE = "alertRuleName";

    private final Trail trail;

    RuleTrail(Trail trail) {
        this.trail = trail;
    }

    Uni<Void> created(Editor editor, String rule, Instant at) {
        return append("Alert rule created.", editor, rule, at);
    }

    Uni<Void> updated(Editor editor, String rule, Instant at) {
        return append("Alert rule updated.", editor, rule, at);
    }

    Uni<Void> deleted(Editor editor, String rule, Instant at) {
        return append("Alert rule deleted.", editor, rule, at);
    }

    private Uni<Void> append(String event, Editor editor, String rule, Instant at) {
        return trail.append(event, editor, new UserEvent.Resource(RESOURCE_TYPE, rule), at);
    }
}
