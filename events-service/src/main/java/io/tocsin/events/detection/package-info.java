/**
 * The events which Tocsin found by itself in test results (docs/detection.md). {@link io.tocsin.events.detection.DetectedEvents} is the
 * front door of reading.
 */
package io.tocsin.events.detection;
