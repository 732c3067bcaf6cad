package io.tocsin.notifier.bounce;

import io.tocsin.model.Scope;

/**
 * A delivery after a report of it was noted.
 *
 * @param isNew false when that report had been noted before
 * @param moved whether the delivery became refused by it
 */
record Noted(Scope scope, String recipient, String state, boolean isNew, boolean moved) {}
