/**
 * The activity log as the ThousandEyes API v6 spoke of it, in JSON and XML (wire/thousandeyes.md §5, §6.1). Every spelling of its path is
 * moved to one by {@link io.tocsin.audit.api.thousandeyes.v6.V6ActivityPaths} before a resource is looked for.
 */
package io.tocsin.audit.api.thousandeyes.v6;
