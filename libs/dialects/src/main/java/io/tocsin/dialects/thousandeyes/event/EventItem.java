package io.tocsin.dialects.thousandeyes.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * An event in a list (wire/thousandeyes.md §2.1).
 *
 * @param title for people: {@code Affecting destinations in example.com}
 * @param agentType what saw it; Tocsin gets no results of endpoint agents which it would judge
 */
public record EventItem(
        @JsonUnwrapped EventBase base,
        String title,
        Counted affectedTests,
        Counted affectedTargets,
        Counted affectedAgents,
        String agentType,
        @JsonProperty("_links") SelfLink links) {

    public static final String AGENT_TYPE = "cloud-enterprise-agent";

    /**
     * @param total in the whole organization
     * @param inAccountGroup in the account group of the call
     */
    public record Counted(int total, int inAccountGroup) {}
}
