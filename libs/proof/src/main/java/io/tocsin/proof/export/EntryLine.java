package io.tocsin.proof.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.tocsin.proof.CanonicalJson;
import io.tocsin.proof.Link;
import io.tocsin.proof.Veil;
import io.tocsin.proof.merkle.Hash;
import io.tocsin.proof.merkle.Proofs;

/**
 * One entry in an export.
 *
 * @param number through all commits of the organization, from 1
 * @param openings what stands behind its {@link Veil}s; those of erased people are missing
 * @param path from the entry to the root of its link
 */
public record EntryLine(long number, JsonNode entry, List<JsonNode> openings, List<Hash> path) {

    static final String MEMBER = "entry";

    public EntryLine {
        openings = List.copyOf(openings);
        path = List.copyOf(path);
    }

    public ObjectNode toJson() {
        var line = JsonNodeFactory.instance.objectNode().put("number", number);
        line.set(MEMBER, entry);
        line.putArray("openings").addAll(openings);
        line.set("path", Paths.toJson(path));
        return line;
    }

    static EntryLine of(JsonNode json) {
        var openings = new ArrayList<JsonNode>();
        json.path("openings").forEach(openings::add);
        if (json.size() != 4 || !json.path("number").isIntegralNumber() || !json.path("openings").isArray()) {
            throw new IllegalArgumentException("the line has other members than it should");
        }
        return new EntryLine(json.path("number").asLong(), json.path(MEMBER), openings, Paths.of(json.path("path")));
    }

    /** Whether it stood at this place of the log, word for word. */
    boolean belongsTo(Link link, long place) {
        try {
            var canonical = CanonicalJson.of(entry);
            return Json.read(canonical).equals(entry)
                    && Proofs.included(CanonicalJson.leaf(canonical), place - link.firstEntry(), link.entries(), path, link
                            .root());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The people whose personal data is not there. Fails with {@link IllegalArgumentException} when some is not what it was. */
    List<String> unopened() {
        Map<String, String> veils = new HashMap<>(Veil.in(entry));
        for (var opening : openings) {
            if (veils.remove(CanonicalJson.leaf(opening).toString()) == null) {
                throw new IllegalArgumentException("its personal data is not what was recorded");
            }
        }
        return List.copyOf(veils.values());
    }
}
