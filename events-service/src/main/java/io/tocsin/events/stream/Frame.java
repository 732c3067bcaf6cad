package io.tocsin.events.stream;

import io.vertx.core.buffer.Buffer;

/** An event as it goes over the wire. */
record Frame(Position position, Buffer bytes) {}
