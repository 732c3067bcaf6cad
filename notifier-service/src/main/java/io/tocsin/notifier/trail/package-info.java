/** Tells audit-service of changes by users. {@link io.tocsin.notifier.trail.Trail} is the front door. */
package io.tocsin.notifier.trail;
