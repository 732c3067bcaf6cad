package io.tocsin.http.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

/** Answers what no resource has mapped itself, and calls that reached no resource at all, in the dialect of their path. */
@ApplicationScoped
class FallbackMappers {

    /** Before the mappers which Quarkus brings for the same exceptions. */
    private static final int FIRST = Priorities.USER - 1000;

    private final ErrorDialects dialects;

    FallbackMappers(ErrorDialects dialects) {
        this.dialects = dialects;
    }

    @ServerExceptionMapper(priority = FIRST, value = {
            Throwable.class,
            WebApplicationException.class,
            NotFoundException.class,
            ConstraintViolationException.class,
            MismatchedInputException.class,
            InvalidDefinitionException.class })
    public RestResponse<Object> failed(Throwable thrown, UriInfo uri) {
        return dialects.answer(Failure.of(thrown), uri.getPath());
    }
}
