package io.tocsin.events.record;

import io.tocsin.model.EventContent;
import io.tocsin.model.Scope;

/**
 * An event which nobody posted: the service itself has it to tell.
 *
 * @param announced whether alert rules hear of it; false for what is only written down for those who look it up
 */
public record OwnEvent(Scope scope, EventContent content, boolean announced) {}
