package io.tocsin.alerts.result;

import io.tocsin.model.result.TestResult;
import io.tocsin.outbox.IncomingMessage;

/** A result, and the message which brought it. */
record Received(TestResult result, IncomingMessage message) {}
