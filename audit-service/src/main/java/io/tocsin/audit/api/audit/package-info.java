/** {@code /audit}: heads, proofs, export and erasure, for auditors and their programs; docs/audit.md. */
package io.tocsin.audit.api.audit;
