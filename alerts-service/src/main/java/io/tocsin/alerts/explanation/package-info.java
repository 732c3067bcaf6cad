/**
 * Why a rule alerts, or does not. {@link io.tocsin.alerts.explanation.RuleExplainer} is the front door: it lets evaluation rehearse,
 * which is what {@link io.tocsin.alerts.result.Rehearsal} and {@link io.tocsin.alerts.evaluation.EventRehearsal} do, and puts into
 * words for people what came of it. Nothing here writes.
 */
package io.tocsin.alerts.explanation;
