package io.tocsin.http.problem;

import org.jboss.resteasy.reactive.RestResponse;

import io.vertx.core.http.HttpServerRequest;

/**
 * How the paths of one API family word a failed call. A service whose API does not speak {@link Problem} adds a bean of this
 * type; it then answers unknown paths, wrong verbs, bodies too large and whatever no resource has mapped itself.
 */
public interface ErrorDialect {

    /** The beginning of the paths it speaks for, such as {@code /api/}; of several the longest counts. */
    String pathPrefix();

    /**
     * Whether this call is its affair although the path belongs to another dialect, because its credential says so. Asked only
     * where no resource was reached yet; from then on the path alone counts.
     */
    default boolean claims(HttpServerRequest call) {
        return false;
    }

    /** @param path the path that was asked for, without its query */
    RestResponse<Object> answer(Failure failure, String path);
}
