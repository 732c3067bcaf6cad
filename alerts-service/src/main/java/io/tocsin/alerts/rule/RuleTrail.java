package io.tocsin.alerts.rule;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.alerts.trail.Trail;
import io.tocsin.database.StoredJson;
import io.tocsin.model.Editor;
import io.tocsin.model.message.UserEvent;

/** Who changed a rule, in the words of the audit log. */
@ApplicationScoped
class RuleTrail {

    private static final String RESOURCE_TYPE = "alertRuleName";

    private final Trail trail;
    private final StoredJson json;

    RuleTrail(Trail trail, StoredJson json) {
        this.trail = trail;
        this.json = json;
    }

    Uni<Void> created(Editor editor, RuleSettings rule, Instant at) {
        return trail.append("Alert rule created.", editor, resource(rule), null, json.write(rule), at);
    }

    /** @param before its settings as they stood in the table */
    Uni<Void> updated(Editor editor, String before, RuleSettings rule, Instant at) {
        return trail.append("Alert rule updated.", editor, resource(rule), before, json.write(rule), at);
    }

    Uni<Void> deleted(Editor editor, RuleSettings rule, Instant at) {
        return trail.append("Alert rule deleted.", editor, resource(rule), json.write(rule), null, at);
    }

    private static UserEvent.Resource resource(RuleSettings rule) {
        return new UserEvent.Resource(RESOURCE_TYPE, rule.ruleName());
    }
}
