package io.tocsin.proof.export;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.tocsin.proof.Link;
import io.tocsin.proof.TreeHead;
import io.tocsin.proof.merkle.Hash;
import io.tocsin.proof.merkle.Proofs;

/**
 * One commit in an export.
 *
 * @param expired whether its entries went with their partition, so that none follow
 * @param path from the link to the root of the head
 */
public record LinkLine(Link link, boolean expired, List<Hash> path) {

    static final String MEMBER = "link";

    public LinkLine {
        path = List.copyOf(path);
    }

    public ObjectNode toJson() {
        var line = JsonNodeFactory.instance.objectNode();
        line.set(MEMBER, link.toJson());
        if (expired) {
            line.put("expired", true);
        }
        line.set("path", Paths.toJson(path));
        return line;
    }

    static LinkLine of(JsonNode json) {
        var line = new LinkLine(Link.of(json.path(MEMBER)), json.path("expired").asBoolean(), Paths.of(json.path("path")));
        if (json.size() != (line.expired ? 3 : 2)) {
            throw new IllegalArgumentException("the line has other members than it should");
        }
        return line;
    }

    boolean belongsTo(TreeHead head) {
        return link.organization().equals(head.organization())
                && Proofs.included(link.hash(), link.number() - 1, head.size(), path, head.root());
    }
}
