package io.tocsin.model;

import java.util.Objects;

/** The monitored thing which an event is about; {@code name} and {@code type} are null when the poster did not say. */
public record Entity(String id, String name, String type) {

    public Entity {
        Objects.requireNonNull(id, "id");
        id = StorableText.of(id);
        name = StorableText.of(name);
        type = StorableText.of(type);
    }
}
