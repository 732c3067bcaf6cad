package io.tocsin.http.problem;

import org.jboss.resteasy.reactive.RestResponse;

/**
 * How the paths of one API family word a failed call. A service whose API does not speak {@link Problem} adds a bean of this
 * type; it then answers unknown paths, wrong verbs, bodies too large and whatever no resource has mapped itself.
 */
public interface ErrorDialect {

    /** The beginning of the paths it speaks for, such as {@code /api/}; of several the longest counts. */
    String pathPrefix();

    /** @param path the path that was asked for, without its query */
    RestResponse<Object> answer(Failure failure, String path);
}
