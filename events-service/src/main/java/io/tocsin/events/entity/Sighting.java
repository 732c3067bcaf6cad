package io.tocsin.events.entity;

import java.time.Instant;

import io.tocsin.model.Entity;
import io.tocsin.model.Scope;

/** An event named this entity. */
record Sighting(Scope scope, Entity entity, Instant at) {}
