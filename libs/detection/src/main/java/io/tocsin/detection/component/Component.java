package io.tocsin.detection.component;

import java.util.Comparator;
import java.util.Objects;

/**
 * What can be at fault, as an event's grouping names it.
 *
 * @param name the agent's id, the target's host, a prefix, a root domain, a proxy; of {@code NETWORK} {@code 64500 NO 64510} (source AS,
 *        its country, destination AS), of {@code NETWORK_POP} {@code 64500 NO}
 */
public record Component(EventType type, String name) implements Comparable<Component> {

    private static final Comparator<Component> ORDER = Comparator.comparing(Component::type).thenComparing(Component::name);

    public Component {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(name, "name");
    }

    /** Numbers of AS have 32 bits, all of which count; a country which is not known is empty. */
    public static Component network(int source, String country, int destination) {
        return new Component(EventType.NETWORK, Integer.toUnsignedString(source) + " " + country + " "
                + Integer.toUnsignedString(destination));
    }

    public static Component pop(int source, String country) {
        return new Component(EventType.NETWORK_POP, Integer.toUnsignedString(source) + " " + country);
    }

    @Override
    public int compareTo(Component other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return type.word() + " " + name;
    }
}
