/** Figures about Tocsin, as ratios to a reference which is measured in the same run. docs/benchmarks.md says how to read them. */
package io.tocsin.benchmarks;
