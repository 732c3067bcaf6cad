package io.tocsin.outbox.wire;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;

import io.tocsin.outbox.IncomingMessage;

/**
 * Reads a batch of CloudEvents 1.0. The payload is cut out of the text as it stands, never parsed into a tree and
 * written again: that is cheaper, and it changes no number.
 */
public final class EnvelopeReader {

    private static final JsonFactory JSON = new JsonFactory();

    private final String text;
    private final JsonParser parser;
    private final List<IncomingMessage> messages = new ArrayList<>();

    private EnvelopeReader(String text, JsonParser parser) {
        this.text = text;
        this.parser = parser;
    }

    /** @throws MalformedBatch when the text is anything but a JSON array of CloudEvents with all that a message needs */
    public static List<IncomingMessage> read(String text) {
        try (var parser = JSON.createParser(text)) {
            return new EnvelopeReader(text, parser).readBatch();
        } catch (JsonProcessingException e) {
            throw new MalformedBatch("not JSON at " + position(e.getLocation()) + ": " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new MalformedBatch("unreadable: " + e.getMessage());
        }
    }

    private static String position(JsonLocation location) {
        return location == null ? "the start" : "line " + location.getLineNr() + " column " + location.getColumnNr();
    }

    private List<IncomingMessage> readBatch() throws IOException {
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            throw new MalformedBatch("a batch is a JSON array of CloudEvents");
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            messages.add(readEvent());
        }
        if (parser.nextToken() != null) {
            throw new MalformedBatch("something follows the end of the array");
        }
        return messages;
    }

    private IncomingMessage readEvent() throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new MalformedBatch("element " + messages.size() + " is not an object");
        }
        var event = new EventAttributes(messages.size());
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            readAttribute(event, parser.currentName());
        }
        return event.toMessage();
    }

    private void readAttribute(EventAttributes event, String name) throws IOException {
        var token = parser.nextToken();
        if ("data".equals(name)) {
            event.data(cutOutValue());
        } else if (token == JsonToken.VALUE_STRING) {
            event.text(name, parser.getText());
        } else {
            parser.skipChildren();
        }
    }

    private String cutOutValue() throws IOException {
        var start = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        parser.finishToken();
        return text.substring(start, (int) parser.currentLocation().getCharOffset()).strip();
    }
}
