/** Searches among few and among many events, through the service and by plain SQL. */
package io.tocsin.benchmarks.search;
