/** Tells audit-service of changes by users. {@link io.tocsin.alerts.trail.Trail} is the front door. */
package io.tocsin.alerts.trail;
