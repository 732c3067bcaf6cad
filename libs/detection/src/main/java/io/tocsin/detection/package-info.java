/**
 * Finds the events nobody posted: which component is at fault when test results of an organization deviate from what is usual.
 * {@link io.tocsin.detection.Detector} judges minute by minute; {@link io.tocsin.detection.Timeline} lets results come late. Pure code:
 * no clock, no database, no threads; the same results give the same events. docs/detection.md explains the method.
 */
package io.tocsin.detection;
