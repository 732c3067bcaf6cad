/**
 * Which replica judges which organization. {@link io.tocsin.events.detection.lease.Leases} is the front door.
 */
package io.tocsin.events.detection.lease;
