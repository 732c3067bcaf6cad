package io.tocsin.model.result;

import java.util.Objects;

import io.tocsin.model.StorableText;

/**
 * The test of a result, as far as the sender described it; all but {@code id} and {@code type} may be null.
 *
 * @param id a number in ThousandEyes, opaque here
 * @param interval seconds from one round to the next
 * @param serverId ThousandEyes' id of what is tested
 * @param server what is tested, such as {@code www.example.com:443}
 */
public record TestRef(String id, String name, TestType type, Integer interval, String serverId, String server) {

    public TestRef {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(type, "type");
        if (interval != null && interval <= 0) {
            throw new IllegalArgumentException("interval must be positive, not " + interval);
        }
        id = StorableText.of(id);
        name = StorableText.of(name);
        serverId = StorableText.of(serverId);
        server = StorableText.of(server);
    }
}
