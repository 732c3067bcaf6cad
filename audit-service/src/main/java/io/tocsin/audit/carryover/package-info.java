/** Takes what was recorded before there was a chain into the chain. */
package io.tocsin.audit.carryover;
