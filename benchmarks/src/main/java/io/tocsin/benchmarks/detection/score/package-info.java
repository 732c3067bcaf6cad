/** Compares what was found with the truth; docs/detection.md has the rules. */
package io.tocsin.benchmarks.detection.score;
