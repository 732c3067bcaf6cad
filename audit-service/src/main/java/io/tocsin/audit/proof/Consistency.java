package io.tocsin.audit.proof;

import java.util.List;

import io.tocsin.audit.head.SignedHead;
import io.tocsin.proof.merkle.Hash;

/** That the log under the newer head begins with the log under the older (RFC 6962 section 2.1.2). */
public record Consistency(SignedHead older, SignedHead newer, List<Hash> proof) {

    public Consistency {
        proof = List.copyOf(proof);
    }
}
