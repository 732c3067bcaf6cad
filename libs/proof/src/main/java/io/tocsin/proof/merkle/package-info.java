/** Merkle trees as RFC 6962 section 2.1 hashes them; leaves and nodes can never be taken for each other. */
package io.tocsin.proof.merkle;
