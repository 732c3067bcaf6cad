package io.tocsin.proof.export;

import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.tocsin.proof.merkle.Hash;

/** Audit paths as arrays of Base64. */
final class Paths {

    private Paths() {}

    static ArrayNode toJson(List<Hash> path) {
        var array = JsonNodeFactory.instance.arrayNode();
        path.forEach(hash -> array.add(hash.toString()));
        return array;
    }

    static List<Hash> of(JsonNode array) {
        if (!array.isArray()) {
            throw new IllegalArgumentException("the line has no audit path");
        }
        return StreamSupport.stream(array.spliterator(), false).map(hash -> Hash.parse(hash.asText())).toList();
    }
}
