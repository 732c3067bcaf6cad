/**
 * From results to flows: what one agent sees of one target of one test, round by round failing or healthy, with the components it
 * passes. {@link io.tocsin.detection.flow.FlowBook} is the front door.
 */
package io.tocsin.detection.flow;
