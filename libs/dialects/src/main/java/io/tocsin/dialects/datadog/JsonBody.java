package io.tocsin.dialects.datadog;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Bodies as they arrive, and the words in which their shape is complained about. */
public final class JsonBody {

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    private JsonBody() {}

    /** A missing node for an empty body. Fails with {@link DatadogRejected} when this is not JSON, and says where. */
    public static JsonNode read(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw DatadogRejected.invalid("The request body is not valid JSON" + whereIn(e) + ".");
        } catch (IOException e) {
            throw DatadogRejected.invalid("The request body is not valid JSON text.");
        }
    }

    /** Fails with {@link DatadogRejected} when this is not one JSON object. */
    public static JsonNode readObject(byte[] body) {
        var json = read(body);
        if (json.isMissingNode()) {
            throw DatadogRejected.invalid("The request body is empty; send a JSON object.");
        }
        if (!json.isObject()) {
            throw DatadogRejected.invalid("The request body must be a JSON object, not " + kindOf(json) + ".");
        }
        return json;
    }

    private static String whereIn(JsonProcessingException e) {
        var location = e.getLocation();
        return location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    public static String kindOf(JsonNode json) {
        return switch (json.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "an array";
            case STRING -> "a string";
            case NUMBER -> "a number";
            case BOOLEAN -> "a boolean";
            default -> "null";
        };
    }
}
