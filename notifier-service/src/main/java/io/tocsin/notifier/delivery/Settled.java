package io.tocsin.notifier.delivery;

import java.util.Set;
import java.util.UUID;

/**
 * What came of settlements.
 *
 * @param moved the deliveries which they moved; others were taken over by another replica meanwhile
 * @param awaited whether deliveries wait which follow some of them
 */
record Settled(Set<UUID> moved, boolean awaited) {}
