/**
 * Failed calls. {@link io.tocsin.http.problem.Failure} says what went wrong, whatever the dialect;
 * {@link io.tocsin.http.problem.Problem} and the other beans of {@link io.tocsin.http.problem.ErrorDialect} word it. A resource needs
 * no exception mapper as long as the dialect of its path is the right one.
 */
package io.tocsin.http.problem;
