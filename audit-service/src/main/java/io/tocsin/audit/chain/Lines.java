package io.tocsin.audit.chain;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import jakarta.inject.Singleton;

import io.tocsin.proof.merkle.MerkleTree;

/** A line for each chain to which this replica has written. */
@Singleton
class Lines {

    private final Map<String, Line> lines = new HashMap<>();

    /** Joins the lines of all these chains at once, so that of two transactions one is before the other in each. */
    synchronized Turns join(Map<String, MerkleTree> links, Instant now) {
        var turns = new TreeMap<String, Turn>();
        links.forEach((organization, entries) -> turns.put(organization, lineOf(organization).join(entries.size(), now)));
        return new Turns(turns);
    }

    private Line lineOf(String organization) {
        return lines.computeIfAbsent(organization, none -> new Line());
    }
}
