package io.tocsin.audit.proof;

import java.util.List;

import io.tocsin.audit.chain.ProvenLink;
import io.tocsin.audit.head.SignedHead;
import io.tocsin.audit.trail.OpenedEntry;
import io.tocsin.proof.merkle.Hash;

/**
 * All that shows that an entry is in the log: from the entry up to its link, from the link up to the signed head.
 *
 * @param path from the entry to the root of its link
 */
public record EntryProof(OpenedEntry entry, List<Hash> path, ProvenLink link, SignedHead head) {

    public EntryProof {
        path = List.copyOf(path);
    }
}
