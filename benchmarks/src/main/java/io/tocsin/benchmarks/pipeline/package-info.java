/** What it costs events-service to detect events in stored test results, next to the plain insert of the same rows. */
package io.tocsin.benchmarks.pipeline;
