package io.tocsin.http.identity;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** Reads the YAML of a key file, and says in one line what is wrong with it and where. */
final class KeyFileParser {

    private static final ObjectReader FILE = new YAMLMapper().readerFor(KeyEntry.File.class);

    private KeyFileParser() {}

    /** Fails with {@link IllegalArgumentException} whose message names line, member and reason. */
    static Keys parse(byte[] yaml) {
        if (yaml.length == 0) {
            throw new IllegalArgumentException("the file is empty");
        }
        try {
            KeyEntry.File file = FILE.readValue(yaml);
            return Keys.of(file.keys());
        } catch (JsonProcessingException e) {
            // without its cause, which quotes the file
            throw new IllegalArgumentException(problem(e));
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static String problem(JsonProcessingException e) {
        if (!(e instanceof JsonMappingException mapping) || e.getCause() instanceof JsonProcessingException) {
            return line(e) + "this is not YAML: " + firstLine(e.getOriginalMessage());
        }
        if (e.getCause() instanceof NullPointerException missing) {
            return path(mapping) + missing.getMessage() + " is missing";
        }
        if (e.getCause() instanceof IllegalArgumentException wrong) {
            return path(mapping) + wrong.getMessage();
        }
        return line(e) + path(mapping) + firstLine(e.getOriginalMessage());
    }

    private static String line(JsonProcessingException e) {
        return e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
    }

    private static String path(JsonMappingException e) {
        var path = new StringBuilder();
        for (var step : e.getPath()) {
            path.append(step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName());
        }
        return path.isEmpty() ? "" : path.substring(1) + ": ";
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse(message);
    }
}
