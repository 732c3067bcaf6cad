package io.tocsin.dialects.thousandeyes.event;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * One event (wire/thousandeyes.md §2.2). The clients choose its class by {@code type}.
 *
 * @param summary for people: what the list calls {@code title}, in more words
 * @param cause each once: {@code Server errors}
 * @param agentType as in the list
 */
public record EventDetail(
        @JsonUnwrapped EventBase base,
        String aid,
        String summary,
        List<String> cause,
        EventGrouping grouping,
        String agentType,
        Tests affectedTests,
        Targets affectedTargets,
        Agents affectedAgents,
        @JsonProperty("_links") SelfLink links) {

    public EventDetail {
        cause = List.copyOf(cause);
    }

    /**
     * @param total in the whole organization
     * @param inAccountGroup as many as are listed
     */
    public record Tests(int total, int inAccountGroup, List<AffectedTest> tests) {

        public Tests {
            tests = List.copyOf(tests);
        }
    }

    /** As {@link Tests}. */
    public record Targets(int total, int inAccountGroup, List<AffectedTarget> targets) {

        public Targets {
            targets = List.copyOf(targets);
        }
    }

    /** As {@link Tests}. */
    public record Agents(int total, int inAccountGroup, List<AffectedAgent> agents) {

        public Agents {
            agents = List.copyOf(agents);
        }
    }
}
