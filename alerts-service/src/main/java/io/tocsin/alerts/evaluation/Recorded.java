package io.tocsin.alerts.evaluation;

import io.tocsin.model.Event;
import io.tocsin.outbox.IncomingMessage;

/** An event as it came in. */
record Recorded(Event event, IncomingMessage message) {}
