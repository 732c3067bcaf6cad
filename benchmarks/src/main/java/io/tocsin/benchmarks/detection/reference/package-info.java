/** What an operator could do without event detection, to compare it with. */
package io.tocsin.benchmarks.detection.reference;
