package io.tocsin.audit.chain;

import java.util.List;

import io.tocsin.proof.Link;
import io.tocsin.proof.merkle.Hash;

/** @param path from the link to the root of the head it was asked for */
public record ProvenLink(Link link, List<Hash> path) {

    public ProvenLink {
        path = List.copyOf(path);
    }
}
