package io.tocsin.query.tree;

/** The values of the tags {@code key:value}. A key that is a reserved name is out of reach; its tags are found by {@code tags:}. */
public record Tag(String key) implements Field {

    public Tag {
        if (key.isEmpty() || Reserved.named(key).isPresent()) {
            throw new IllegalArgumentException("not the key of a tag: \"" + key + "\"");
        }
    }

    @Override
    public <R> R accept(FieldVisitor<R> visitor) {
        return visitor.tag(this);
    }
}
