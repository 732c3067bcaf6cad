package io.tocsin.audit.chain;

import io.tocsin.proof.merkle.Hash;
import io.tocsin.proof.merkle.Subtree;

/** A complete subtree of an organization's tree. */
record Node(String organization, Subtree place, Hash hash) {}
