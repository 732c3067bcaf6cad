package io.tocsin.http.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.ws.rs.NameBinding;

/**
 * Put on a resource class: its calls carry a credential in {@code Authorization} (Bearer, or the password of Basic). When it is
 * accepted, {@link Caller} knows who calls; otherwise the call fails with {@link Unauthenticated}, which the resource's own
 * exception mapper answers in its dialect.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.TYPE, ElementType.METHOD })
public @interface Authenticated {}
