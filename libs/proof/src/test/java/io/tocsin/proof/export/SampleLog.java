package io.tocsin.proof.export;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import io.tocsin.proof.CanonicalJson;
import io.tocsin.proof.Link;
import io.tocsin.proof.TreeHead;
import io.tocsin.proof.Veil;
import io.tocsin.proof.merkle.GrowingTree;
import io.tocsin.proof.merkle.Hash;
import io.tocsin.proof.merkle.MerkleTree;
import io.tocsin.proof.note.NoteKey;
import io.tocsin.proof.note.NoteSigner;

/** A log in memory: commits of so many entries each, and their export. */
final class SampleLog {

    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static final NoteSigner SIGNER = signer();

    private final String organization;
    private final List<List<ObjectNode>> commits = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();

    SampleLog(String organization, int... sizes) {
        this.organization = organization;
        IntStream.of(sizes).forEach(this::commit);
    }

    static List<NoteKey> keys() {
        return List.of(SIGNER.key());
    }

    static NoteSigner signer() {
        try {
            return NoteSigner.of("tocsin-audit", KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    SampleLog commit(int size) {
        return commit(IntStream.range(0, size).mapToObj(at -> entry(entries() + at + 1)).toList());
    }

    SampleLog commit(List<ObjectNode> entries) {
        var root = tree(entries).root();
        links.add(links.isEmpty()
                ? Link.first(organization, root, entries.size(), START)
                : links.get(links.size() - 1).next(root, entries.size(), START.plusSeconds(links.size())));
        commits.add(entries);
        return this;
    }

    int entries() {
        return commits.stream().mapToInt(List::size).sum();
    }

    TreeHead head() {
        return head(links.size());
    }

    TreeHead head(int size) {
        var tree = new GrowingTree();
        links.subList(0, size).forEach(link -> tree.add(link.hash()));
        var entries = size == 0 ? 0 : links.get(size - 1).lastEntry();
        return new TreeHead(organization, size, entries, tree.root(), START.plusSeconds(size));
    }

    static String signed(TreeHead head) {
        return SIGNER.sign(head.text());
    }

    List<String> export() {
        return export(1, entries());
    }

    List<String> export(long from, long to) {
        var lines = new ArrayList<String>();
        lines.add(new ExportHeader(organization, from, to, signed(head())).toJson().toString());
        for (var link : links) {
            if (link.lastEntry() >= from && link.firstEntry() <= to) {
                lines.add(line(link, false));
                lines.addAll(entries(link, from, to));
            }
        }
        return lines;
    }

    String line(Link link, boolean expired) {
        var tree = new MerkleTree(links.stream().map(Link::hash).toList());
        return new LinkLine(link, expired, tree.path((int) link.number() - 1)).toJson().toString();
    }

    Link link(int number) {
        return links.get(number - 1);
    }

    private List<String> entries(Link link, long from, long to) {
        var entries = commits.get((int) link.number() - 1);
        var tree = tree(entries);
        return IntStream.range(0, entries.size())
                .filter(at -> link.firstEntry() + at >= from && link.firstEntry() + at <= to)
                .mapToObj(at -> new EntryLine(link.firstEntry() + at, entries.get(at), openings(entries.get(at)), tree.path(
                        at)))
                .map(line -> line.toJson().toString())
                .toList();
    }

    static ObjectNode entry(long number) {
        var entry = JsonNodeFactory.instance.objectNode()
                .put("id", "entry-" + number)
                .put("event", "Alert rule updated.")
                .put("threshold", number + 0.5);
        entry.set("by", Veil.over("person-" + number % 3, opening("user-" + number)).toJson());
        return entry;
    }

    private static JsonNode opening(String value) {
        return Veil.opening("salt", TextNode.valueOf(value));
    }

    private static List<JsonNode> openings(JsonNode entry) {
        return entry.has("by") ? List.of(opening(entry.get("id").asText().replace("entry", "user"))) : List.of();
    }

    private static MerkleTree tree(List<ObjectNode> entries) {
        return new MerkleTree(entries.stream().map(CanonicalJson::leaf).map(Hash.class::cast).toList());
    }
}
