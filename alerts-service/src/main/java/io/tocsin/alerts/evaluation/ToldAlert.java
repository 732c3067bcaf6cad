package io.tocsin.alerts.evaluation;

import java.util.List;
import java.util.UUID;

import io.tocsin.model.message.AlertNotification.Companion;
import io.tocsin.model.message.AlertNotification.Source;
import io.tocsin.model.message.AlertNotification.Test;

/**
 * What a notification tells of an alert besides its rule.
 *
 * @param test null for an alert of events
 * @param sources the first ones, in the order in which they began
 */
record ToldAlert(Test test, List<Source> sources) {

    static final ToldAlert UNKNOWN = new ToldAlert(null, List.of());

    Companion asCompanion(UUID alert) {
        return new Companion(alert, test, sources.isEmpty() ? null : sources.get(0).name(), sources.size());
    }
}
