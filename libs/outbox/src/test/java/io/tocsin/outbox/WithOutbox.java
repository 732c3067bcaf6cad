package io.tocsin.outbox;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.quarkus.test.common.WithTestResource;

/** Gives a test the tables and the {@link Gate}; all such tests share one application. */
@WithTestResource(OutboxDatabase.class)
@WithTestResource(Gate.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WithOutbox {}
