/**
 * Which components are at fault, from the last rounds of all flows: docs/detection.md has the statistics.
 * {@link io.tocsin.detection.diagnosis.Diagnostician} is the front door.
 */
package io.tocsin.detection.diagnosis;
