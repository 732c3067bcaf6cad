/**
 * What webhooks carry: Handlebars templates over the variables of docs/webhooks.md. Templates come from outside, so they reach nothing
 * but the maps, lists, texts and numbers which {@link io.tocsin.notifier.payload.AlertVariables} makes, and work within a budget.
 * {@link io.tocsin.notifier.payload.PayloadTemplates} is the front door.
 */
package io.tocsin.notifier.payload;
