/**
 * One chain of commits per organization, however many replicas write: {@link io.tocsin.audit.chain.Growth} adds to it,
 * {@link io.tocsin.audit.chain.Chain} proves it.
 */
package io.tocsin.audit.chain;
