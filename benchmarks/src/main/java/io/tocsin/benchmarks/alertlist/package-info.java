/** Lists of alerts and rules among few and among many past alerts. */
package io.tocsin.benchmarks.alertlist;
