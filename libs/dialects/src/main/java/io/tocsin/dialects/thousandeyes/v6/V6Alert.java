package io.tocsin.dialects.thousandeyes.v6;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * One alert (wire/thousandeyes.md §6.3).
 *
 * @param testId null for alerts of events, which belong to no test; this and all ids null where they are no numbers
 * @param ruleName null when the rule is gone, as is {@code ruleExpression}
 * @param active 1, 0 once cleared, 2 when its rule went or changed
 * @param dateEnd null while it is active
 * @param type as v6 calls the alert type: {@code HTTP Server}
 * @param serverId only of DNS servers, as {@code serverName}
 * @param suppressed 0 or 1
 * @param agents null on alerts of BGP, which have {@code monitors}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({ "alertId", "testId", "testName", "ruleId", "ruleName", "active", "ruleExpression", "dateStart", "dateEnd",
        "violationCount", "permalink", "type", "serverId", "serverName", "severity", "suppressed", "metadata", "agents",
        "monitors", "apiLinks" })
public record V6Alert(
        long alertId,
        Long testId,
        String testName,
        long ruleId,
        String ruleName,
        int active,
        String ruleExpression,
        String dateStart,
        String dateEnd,
        int violationCount,
        String permalink,
        String type,
        Long serverId,
        String serverName,
        String severity,
        int suppressed,
        Metadata metadata,
        List<Source> agents,
        List<Source> monitors,
        List<ApiLink> apiLinks) {

    public record Metadata(int version) {}

    @JsonPropertyOrder({ "rel", "href" })
    public record ApiLink(String rel, String href) {}

    /**
     * An agent, or a monitor, which ever violated.
     *
     * @param active 1 while it violates, 2 when the alert was disabled
     * @param metricsAtEnd the latest ones while it violates
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonPropertyOrder({ "agentId", "agentName", "monitorId", "monitorName", "dateStart", "dateEnd", "active", "metricsAtStart",
            "metricsAtEnd", "permalink" })
    public record Source(
            Long agentId,
            String agentName,
            Long monitorId,
            String monitorName,
            String dateStart,
            String dateEnd,
            int active,
            String metricsAtStart,
            String metricsAtEnd,
            String permalink) {}
}
