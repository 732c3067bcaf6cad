package io.tocsin.notifier.payload;

import java.util.LinkedHashMap;

/** A variable with members which is also something by itself: {@code {{type}}} and {@code {{type.id}}} are the same. */
final class Named extends LinkedHashMap<String, Object> {

    private static final long serialVersionUID = 1;

    private final String self;

    /** @param self the name of the member which it is by itself */
    Named(String self) {
        this.self = self;
    }

    static Named id(Object id) {
        return new Named("id").with("id", id);
    }

    /** A member without a value is none: {@code {{#if}}} asks for it. */
    Named with(String name, Object value) {
        if (value != null) {
            put(name, value);
        }
        return this;
    }

    @Override
    public String toString() {
        return String.valueOf(getOrDefault(self, ""));
    }
}
