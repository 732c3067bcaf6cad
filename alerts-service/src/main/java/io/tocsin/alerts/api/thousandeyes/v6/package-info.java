/**
 * Alert rules and alerts as the ThousandEyes API v6 spoke of them, in JSON and XML (wire/thousandeyes.md §6). Every spelling of a path
 * is moved to one by {@link io.tocsin.alerts.api.thousandeyes.v6.V6Routing} before a resource is looked for: {@code /v6/...} with
 * the format at its end.
 */
package io.tocsin.alerts.api.thousandeyes.v6;
