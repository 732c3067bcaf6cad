package io.tocsin.events.entity;

import java.util.List;

/**
 * Tags to be taken from entities, and tags to be given to them.
 *
 * @param entities their ids
 */
public record Retagging(List<String> entities, List<String> removed, List<String> added) {

    public Retagging {
        entities = List.copyOf(entities);
        removed = List.copyOf(removed);
        added = List.copyOf(added);
    }

    String sentence() {
        return added.isEmpty() ? "Custom tags removed." : "Custom tags added.";
    }
}
