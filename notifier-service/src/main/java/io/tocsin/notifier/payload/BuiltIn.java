package io.tocsin.notifier.payload;

/** Payloads for those who wrote none. */
public final class BuiltIn {

    /** What ThousandEyes' classic webhooks carry; times are {@code yyyy-MM-dd HH:mm:ss} in UTC. */
    public static final String CLASSIC = """
            {
              "eventId": "{{id}}",
              "eventType": "{{#eq type 2}}ALERT_NOTIFICATION_TRIGGER{{else}}ALERT_NOTIFICATION_CLEAR{{/eq}}",
              "alert": {
                "alertId": "{{alert.id}}",
                "active": {{#eq type 2}}1{{else}}0{{/eq}},
                "severity": "{{alert.severity}}",
                "type": "{{alert.rule.alertType}}",
                "ruleId": "{{alert.rule.id}}",
                "ruleName": "{{alert.rule.name}}",
                "ruleExpression": "{{alert.rule.expression}}",
                "ruleAid": "{{alert.rule.account.id}}",
                {{#if alert.test}}
                "testId": "{{alert.test.id}}",
                "testName": "{{alert.test.name}}",
                "testTargetsDescription": [{{#each alert.targets}}"{{description}}"{{#unless @last}}, {{/unless}}{{/each}}],
                {{/if}}
                "dateStart": "{{formatDate alert.firstSeen "yyyy-MM-dd HH:mm:ss"}}",
                "dateStartZoned": "{{formatDate alert.firstSeen "yyyy-MM-dd HH:mm:ss"}} UTC",
                {{#if alert.timeCleared}}
                "dateEnd": "{{formatDate alert.timeCleared "yyyy-MM-dd HH:mm:ss"}}",
                "dateEndZoned": "{{formatDate alert.timeCleared "yyyy-MM-dd HH:mm:ss"}} UTC",
                {{/if}}
                "permalink": "{{alert.link}}",
                "agents": [
                  {{#each alert.details}}
                  {
                    "agentId": "{{source.id}}",
                    "agentName": "{{source.name}}",
                    "dateStart": "{{formatDate dateStart "yyyy-MM-dd HH:mm:ss"}}",
                    "metricsAtStart": "{{metricsAtStart}}",
                    "metricsAtEnd": "{{metricsAtEnd}}",
                    "active": {{#if dateEnd}}0{{else}}1{{/if}}
                  }{{#unless @last}},{{/unless}}
                  {{/each}}
                ]
              }
            }
            """;

    /** What an operation without a template of its own carries. */
    public static final String GENERIC = """
            {
              "id": "{{id}}",
              "deliveryId": "{{deliveryId}}",
              "type": "{{#eq type 2}}trigger{{else}}clear{{/eq}}",
              "alert": {
                "id": "{{alert.id}}",
                "link": "{{alert.link}}",
                "severity": "{{alert.severity}}",
                "firstSeen": "{{alert.firstSeen}}",
                {{#if alert.timeCleared}}
                "timeCleared": "{{alert.timeCleared}}",
                {{/if}}
                "rule": {"id": "{{alert.rule.id}}", "name": "{{alert.rule.name}}", "alertType": "{{alert.rule.alertType}}",
                         "expression": "{{alert.rule.expression}}", "notes": "{{alert.rule.notes}}",
                         "account": "{{alert.rule.account}}", "organization": "{{alert.rule.account.organization}}"},
                {{#if alert.test}}
                "test": {"id": "{{alert.test.id}}", "name": "{{alert.test.name}}"},
                {{/if}}
                "targets": [{{#each alert.targets}}"{{description}}"{{#unless @last}}, {{/unless}}{{/each}}],
                "details": [
                  {{#each alert.details}}
                  {"source": {"id": "{{source.id}}", "name": "{{source.name}}"},
                   "metricsAtStart": "{{metricsAtStart}}", "metricsAtEnd": "{{metricsAtEnd}}"}{{#unless @last}},{{/unless}}
                  {{/each}}
                ]
              }
            }
            """;

    private BuiltIn() {}
}
