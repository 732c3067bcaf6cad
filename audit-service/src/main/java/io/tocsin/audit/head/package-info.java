/** Signed heads: how far the log of an organization has come, where nobody can take it back. */
package io.tocsin.audit.head;
