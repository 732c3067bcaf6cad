/**
 * From findings, which know one minute, to events, which last: they open, widen, merge, split and resolve (docs/detection.md, 6).
 * {@link io.tocsin.detection.life.EventLife} is the front door.
 */
package io.tocsin.detection.life;
