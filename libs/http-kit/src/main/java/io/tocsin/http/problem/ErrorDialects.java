package io.tocsin.http.problem;

import java.util.Comparator;
import java.util.List;

import jakarta.inject.Singleton;

import org.jboss.resteasy.reactive.RestResponse;

import io.quarkus.arc.All;
import io.vertx.core.http.HttpServerRequest;

/** Finds the dialect of a path. */
@Singleton
class ErrorDialects {

    private final List<ErrorDialect> longestPrefixFirst;

    ErrorDialects(@All List<ErrorDialect> dialects) {
        longestPrefixFirst = dialects.stream()
                .sorted(Comparator.comparingInt((ErrorDialect dialect) -> dialect.pathPrefix().length()).reversed())
                .toList();
    }

    RestResponse<Object> answer(Failure failure, HttpServerRequest call) {
        return longestPrefixFirst.stream()
                .filter(dialect -> dialect.claims(call))
                .findFirst()
                .map(dialect -> dialect.answer(failure, call.path()))
                .orElseGet(() -> answer(failure, call.path()));
    }

    RestResponse<Object> answer(Failure failure, String path) {
        return longestPrefixFirst.stream()
                .filter(dialect -> path.startsWith(dialect.pathPrefix()))
                .findFirst()
                .orElseThrow()
                .answer(failure, path);
    }
}
