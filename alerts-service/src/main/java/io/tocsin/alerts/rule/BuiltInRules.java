package io.tocsin.alerts.rule;

import java.util.List;

import io.tocsin.expression.metric.AlertType;

/**
 * The default rule of each type of test, wire/thousandeyes.md §4.5 (11). ThousandEyes' definitions of BGP, DNS server, DNSSEC and
 * HTTP server are known; the others ask for an error in the same way. They tell nobody until somebody names recipients.
 */
final class BuiltInRules {

    private static final String ANY_ERROR = "((probDetail != \"\"))";

    static final List<RuleSettings> ALL = List.of(
            rule(AlertType.BGP, "((reachability < 100%))", 1),
            rule(AlertType.DNS_SERVER, ANY_ERROR, 2),
            rule(AlertType.DNS_TRACE, ANY_ERROR, 1),
            rule(AlertType.DNSSEC, ANY_ERROR, 1),
            rule(AlertType.HTTP_SERVER, "((errorType != \"None\"))", 1),
            rule(AlertType.PAGE_LOAD, "((pageLoadHasError == true))", 1),
            rule(AlertType.WEB_TRANSACTIONS, ANY_ERROR, 1),
            rule(AlertType.API, ANY_ERROR, 1),
            rule(AlertType.FTP, "((ftpErrorType != \"None\"))", 1),
            rule(AlertType.END_TO_END_SERVER, ANY_ERROR, 1),
            rule(AlertType.END_TO_END_AGENT, ANY_ERROR, 1),
            rule(AlertType.SIP_SERVER, "((sipErrorType != \"None\"))", 1),
            rule(AlertType.VOICE, ANY_ERROR, 1));

    private BuiltInRules() {}

    private static RuleSettings rule(AlertType type, String expression, int minimumSources) {
        return new RuleSettings("Default " + type.title() + " Alert Rule 2.0", expression, type.word(), 1, 1, "any", null,
                minimumSources,
                null, null, null, false, true, null, null, "info", null, null, null, null, null);
    }
}
