/** The audit log as ThousandEyes' clients know it: {@code GET /v7/audit-user-events}. */
package io.tocsin.audit.api.thousandeyes;
