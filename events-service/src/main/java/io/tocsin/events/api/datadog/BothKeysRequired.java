package io.tocsin.events.api.datadog;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.ws.rs.NameBinding;

/** The call needs Datadog's API key and an application key of the same organization, whose owner {@code Caller} then knows. */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface BothKeysRequired {}
