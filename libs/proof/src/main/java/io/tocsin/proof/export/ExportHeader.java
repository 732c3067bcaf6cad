package io.tocsin.proof.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The first line of an export, and of each part that was fetched later.
 *
 * @param from number of the first entry
 * @param to number of the last; one less than {@code from} when there is none
 * @param head the signed note against which everything is proven
 */
public record ExportHeader(String organization, long from, long to, String head) {

    static final String MEMBER = "export";

    private static final String FORMAT = "tocsin-audit-1";

    public ObjectNode toJson() {
        var header = JsonNodeFactory.instance.objectNode();
        header.putObject(MEMBER)
                .put("format", FORMAT)
                .put("organization", organization)
                .put("from", from)
                .put("to", to)
                .put("head", head);
        return header;
    }

    static ExportHeader of(JsonNode line) {
        var json = line.path(MEMBER);
        var header = new ExportHeader(json.path("organization").asText(), json.path("from").asLong(), json.path("to").asLong(),
                json.path("head").asText());
        if (!header.toJson().toString().equals(line.toString())) {
            throw new IllegalArgumentException("this is no header of an export in the format " + FORMAT);
        }
        return header;
    }
}
