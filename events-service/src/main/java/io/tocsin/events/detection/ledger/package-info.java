/**
 * What people were told of detected events, and what there is to tell them now. {@link io.tocsin.events.detection.ledger.Ledger} is the
 * front door; pure code.
 */
package io.tocsin.events.detection.ledger;
