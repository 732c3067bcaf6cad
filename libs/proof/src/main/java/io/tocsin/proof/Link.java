package io.tocsin.proof;

import java.time.Instant;
import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.tocsin.proof.merkle.Hash;

/**
 * One commit of an organization's log. Links hang together by {@code previous}, and are the leaves of the tree whose head is signed.
 *
 * @param number from 1
 * @param previous the hash of the link before, null for the first
 * @param root of the Merkle tree over the commit's entries
 * @param firstEntry number of its first entry; entries are numbered from 1 through all commits
 * @param entries how many it has, at least one
 */
public record Link(String organization, long number, Hash previous, Hash root, long firstEntry, long entries,
        Instant committedAt) {

    public Link {
        Objects.requireNonNull(organization, "organization");
        Objects.requireNonNull(root, "root");
        Objects.requireNonNull(committedAt, "committedAt");
        if (number < 1 || firstEntry < 1 || entries < 1 || (previous == null) != (number == 1)) {
            throw new IllegalArgumentException("a link cannot be number " + number + " with " + entries + " entries from "
                    + firstEntry + " on");
        }
    }

    /** The first of an organization. */
    public static Link first(String organization, Hash root, long entries, Instant committedAt) {
        return new Link(organization, 1, null, root, 1, entries, committedAt);
    }

    /** The one behind this. Its time is never before this one's, whatever the clocks of the replicas say. */
    public Link next(Hash nextRoot, long nextEntries, Instant at) {
        return new Link(organization, number + 1, hash(), nextRoot, lastEntry() + 1, nextEntries,
                at.isBefore(committedAt) ? committedAt : at);
    }

    public long lastEntry() {
        return firstEntry + entries - 1;
    }

    public Hash hash() {
        return CanonicalJson.leaf(toJson());
    }

    public ObjectNode toJson() {
        var json = JsonNodeFactory.instance.objectNode()
                .put("organization", organization)
                .put("number", number)
                .put("root", root.toString())
                .put("firstEntry", firstEntry)
                .put("entries", entries)
                .put("committedAt", committedAt.toString());
        return previous == null ? json : json.put("previous", previous.toString());
    }

    /** Fails with {@link IllegalArgumentException} unless it is written exactly as {@link #toJson} does. */
    public static Link of(JsonNode json) {
        try {
            var link = new Link(json.path("organization").asText(), json.path("number").asLong(),
                    json.has("previous") ? Hash.parse(json.get("previous").asText()) : null,
                    Hash.parse(json.path("root").asText()), json.path("firstEntry").asLong(), json.path("entries").asLong(),
                    Instant.parse(json.path("committedAt").asText()));
            if (link.toJson().toString().length() == json.toString().length()
                    && CanonicalJson.of(link.toJson()).equals(CanonicalJson.of(json))) {
                return link;
            }
        } catch (java.time.DateTimeException e) {
            throw new IllegalArgumentException("the time of the commit cannot be read", e);
        }
        throw new IllegalArgumentException("the commit has other members than it should");
    }
}
