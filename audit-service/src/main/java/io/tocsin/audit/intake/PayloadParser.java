package io.tocsin.audit.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/** The payload of a message, read member by member: without a tree of it, and without looking for the fields of a class. */
final class PayloadParser implements AutoCloseable {

    private static final JsonFactory JSON = new JsonFactory();

    private final JsonParser parser;

    /** The parser stands at the value of the member; whoever does not want it calls {@link #skip}. */
    @FunctionalInterface
    interface Member {

        void read(String name) throws IOException;
    }

    @FunctionalInterface
    interface Item<T> {

        T read() throws IOException;
    }

    PayloadParser(String text) throws IOException {
        parser = JSON.createParser(text);
        parser.nextToken();
    }

    void object(Member member) throws IOException {
        expect(JsonToken.START_OBJECT, "an object");
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            parser.nextToken();
            member.read(name);
        }
    }

    <T> List<T> array(Item<T> item) throws IOException {
        expect(JsonToken.START_ARRAY, "an array");
        var items = new ArrayList<T>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(item.read());
        }
        return items;
    }

    void skip() throws IOException {
        parser.skipChildren();
    }

    boolean isNull() { return parser.hasToken(JsonToken.VALUE_NULL); }

    /** Numbers and booleans as they are written. */
    String text() throws IOException {
        if (!parser.currentToken().isScalarValue()) {
            throw unexpected("a text");
        }
        return parser.getValueAsString();
    }

    /** Maps, lists, texts, numbers, booleans and null. */
    Object value() throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> map();
            case START_ARRAY -> array(this::value);
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
            case VALUE_NULL -> null;
            default -> parser.getText();
        };
    }

    Map<String, Object> map() throws IOException {
        var members = new LinkedHashMap<String, Object>();
        object(name -> members.put(name, value()));
        return members;
    }

    private void expect(JsonToken token, String what) throws IOException {
        if (!parser.hasToken(token)) {
            throw unexpected(what);
        }
    }

    private JsonParseException unexpected(String wanted) {
        var place = parser.getParsingContext().pathAsPointer().toString();
        return new JsonParseException(parser, (place.isEmpty() ? "it" : place) + " is not " + wanted);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
