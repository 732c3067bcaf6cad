/** One chain of commits per organization, however many replicas write: {@link io.tocsin.audit.chain.Chain} adds to it and proves it. */
package io.tocsin.audit.chain;
