/** Datadog's Events API v1 over HTTP: paths, keys, statuses. What stands in the bodies is {@code io.tocsin.dialects.datadog}. */
package io.tocsin.events.api.datadog;
