package io.tocsin.proof.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Reads JSON as strictly as it can be read: what two readers could understand differently is refused. */
final class Json {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** Fails with {@link IllegalArgumentException} unless the text is one JSON object. */
    static JsonNode read(String text) {
        try {
            var json = STRICT.readTree(text);
            if (json.isObject()) {
                return json;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the line is no JSON: " + e.getOriginalMessage(), e);
        }
        throw new IllegalArgumentException("the line is no JSON object");
    }
}
