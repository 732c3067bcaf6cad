package io.tocsin.audit.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.tocsin.audit.chain.ProvenLink;
import io.tocsin.audit.trail.OpenedEntry;
import io.tocsin.proof.export.EntryLine;
import io.tocsin.proof.export.LinkLine;
import io.tocsin.proof.merkle.MerkleTree;

/**
 * Some commits of an export.
 *
 * @param entries all of these commits, those outside of the range too: their hashes are needed for the others' paths
 */
record ExportPage(List<ProvenLink> links, List<OpenedEntry> entries, long from, long last) {

    String text() {
        Map<Long, OpenedEntry> byNumber = new HashMap<>();
        entries.forEach(entry -> byNumber.put(entry.stored().number(), entry));
        var lines = new ArrayList<String>();
        links.forEach(link -> write(link, byNumber, lines));
        return String.join("\n", lines);
    }

    /** The entries of a commit expire together, as they share a partition. */
    private void write(ProvenLink link, Map<Long, OpenedEntry> byNumber, List<String> lines) {
        var first = link.link().firstEntry();
        var expired = !byNumber.containsKey(first);
        lines.add(new LinkLine(link.link(), expired, link.path()).toJson().toString());
        if (expired) {
            return;
        }
        var commit = new ArrayList<OpenedEntry>();
        for (var number = first; number <= link.link().lastEntry(); number++) {
            commit.add(byNumber.get(number));
        }
        var tree = new MerkleTree(commit.stream().map(entry -> entry.stored().hash()).toList());
        for (var at = Math.max(from, first); at <= Math.min(last, link.link().lastEntry()); at++) {
            lines.add(line(byNumber.get(at), tree, (int) (at - first)));
        }
    }

    private static String line(OpenedEntry entry, MerkleTree tree, int index) {
        return new EntryLine(entry.stored().number(), entry.content(), entry.openings(), tree.path(index)).toJson().toString();
    }
}
