package io.tocsin.proof;

import java.util.ArrayList;

import com.fasterxml.jackson.databind.JsonNode;

/** Writes a tree in canonical form, members in the order of their UTF-16 names. */
final class CanonicalWriter {

    private final CanonicalText text = new CanonicalText();

    void write(JsonNode json) {
        switch (json.getNodeType()) {
            case OBJECT -> writeObject(json);
            case ARRAY -> writeArray(json);
            case STRING -> text.text(json.textValue());
            case NUMBER -> writeNumber(json);
            case BOOLEAN -> text.truth(json.booleanValue());
            case NULL -> text.nothing();
            default -> throw new IllegalArgumentException("this JSON has no canonical form: it holds a " + json.getNodeType());
        }
    }

    private void writeObject(JsonNode object) {
        var names = new ArrayList<String>(object.size());
        object.fieldNames().forEachRemaining(names::add);
        names.sort(null);
        text.beginObject();
        for (var name : names) {
            text.member(name);
            write(object.get(name));
        }
        text.endObject();
    }

    private void writeArray(JsonNode array) {
        text.beginArray();
        for (var item : array) {
            text.item();
            write(item);
        }
        text.endArray();
    }

    private void writeNumber(JsonNode number) {
        if (number.isIntegralNumber() && number.canConvertToLong()) {
            text.number(number.longValue());
        } else {
            text.number(number.isFloat() ? Double.parseDouble(number.asText()) : number.doubleValue());
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
