/**
 * Runs event detection: reads what is new, judges it, and writes what follows from it, of each organization in one replica at a time.
 * {@link io.tocsin.events.detection.run.DetectionDuty} is where it begins.
 */
package io.tocsin.events.detection.run;
