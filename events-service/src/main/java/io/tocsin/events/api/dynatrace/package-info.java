/**
 * Dynatrace's events over HTTP: where its calls arrive, tokens, statuses, paging. What stands in the bodies is
 * {@code io.tocsin.dialects.dynatrace}.
 */
package io.tocsin.events.api.dynatrace;
