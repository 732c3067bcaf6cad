package io.tocsin.e2e.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

/** A class of stories; its methods get a {@link Tocsin} that runs, shared with other classes which want the same. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RunningTocsin.class)
public @interface Story {

    /** Of each service. */
    int replicas() default 1;
}
