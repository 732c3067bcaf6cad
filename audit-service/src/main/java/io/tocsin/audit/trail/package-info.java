/** The append-only record of who did what: {@link io.tocsin.audit.trail.AuditTrail} adds to it and reads it. */
package io.tocsin.audit.trail;
