package io.tocsin.events.detection.run;

import java.util.List;
import java.util.Map;

import io.tocsin.model.message.EventNotification.Affected;
import io.tocsin.model.message.EventNotification.Counts;

/**
 * What an event touches, for people.
 *
 * @param component as people call it
 * @param all in the organization
 * @param groups by account group
 */
record Facts(String component, Group all, Map<String, Group> groups) {

    private static final Group NOTHING = new Group(0, 0, 0, List.of(), List.of());

    /** How many, and the names of some of them. */
    record Group(int tests, int targets, int agents, List<String> testNames, List<String> agentNames) {}

    Group in(String accountGroup) {
        return groups.getOrDefault(accountGroup, NOTHING);
    }

    Counts counts(String accountGroup) {
        var own = in(accountGroup);
        return new Counts(new Affected(all.tests(), own.tests()), new Affected(all.targets(), own.targets()),
                new Affected(all.agents(), own.agents()));
    }
}
