package io.tocsin.test;

import java.util.function.Supplier;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;

/** Lets a test, which runs on a plain thread, call reactive code as one flat line. */
public final class Await {

    private Await() {}

    /** Runs the action on a Vert.x context, as a request would, and returns its item or throws its failure. */
    public static <T> T await(Supplier<Uni<T>> action) {
        try {
            return VertxContextSupport.subscribeAndAwait(action);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
