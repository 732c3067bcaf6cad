/** Many rules over the results of many tests, from their acceptance until the alerts are up to date. */
package io.tocsin.benchmarks.evaluation;
