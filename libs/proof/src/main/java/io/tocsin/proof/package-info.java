/**
 * How the audit log proves that nobody edited it, without any service: {@link io.tocsin.proof.Link}s bind the entries of a commit,
 * a {@link io.tocsin.proof.TreeHead} binds all links, a signed note binds the head to a key; an export carries all of it.
 */
package io.tocsin.proof;
