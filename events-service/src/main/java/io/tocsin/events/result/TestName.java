package io.tocsin.events.result;

import io.tocsin.model.Scope;

/** What names a test. */
public record TestName(Scope scope, String id) {}
