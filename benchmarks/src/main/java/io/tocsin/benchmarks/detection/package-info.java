/** Event detection on worlds of which the truth is known: how much of it is found, how soon, and how much that is none. */
package io.tocsin.benchmarks.detection;
