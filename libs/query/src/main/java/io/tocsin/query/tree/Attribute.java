package io.tocsin.query.tree;

import java.util.List;

/** A place among the inner attributes of an event, written {@code @path.to.it}; the path stands here without the {@code @}. */
public record Attribute(String path) implements Field {

    public Attribute {
        if (path.isEmpty()) {
            throw new IllegalArgumentException("an attribute needs a path");
        }
    }

    /** The names to follow, from the outermost object to the value. */
    public List<String> steps() {
        return List.of(path.split("\\.", -1));
    }

    @Override
    public <R> R accept(FieldVisitor<R> visitor) {
        return visitor.attribute(this);
    }
}
