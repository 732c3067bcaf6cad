/**
 * Alert rules: what their authors ask to be alerted of, and whom to tell. {@link io.tocsin.alerts.rule.RuleBook} is the front
 * door; whoever evaluates rules reads them through {@link io.tocsin.alerts.rule.RuleReader}.
 */
package io.tocsin.alerts.rule;
