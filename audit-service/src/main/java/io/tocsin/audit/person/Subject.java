package io.tocsin.audit.person;

import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;

/**
 * Somebody the log knows something of.
 *
 * @param name {@code user:ID} of those who act, {@code mailto:ADDRESS} of those who are only written to
 */
public record Subject(String organization, String name) implements Comparable<Subject> {

    private static final Comparator<Subject> ORDER = Comparator.comparing(Subject::organization).thenComparing(Subject::name);

    public Subject {
        Objects.requireNonNull(organization, "organization");
        Objects.requireNonNull(name, "name");
    }

    public static Subject user(String organization, String id) {
        return new Subject(organization, "user:" + id);
    }

    public static Subject address(String organization, String address) {
        return new Subject(organization, "mailto:" + address.toLowerCase(Locale.ROOT));
    }

    @Override
    public int compareTo(Subject other) {
        return ORDER.compare(this, other);
    }
}
