/** Worlds with known truth: who tests what across which networks, how it behaves on every day, and the faults of which one knows. */
package io.tocsin.benchmarks.detection.world;
