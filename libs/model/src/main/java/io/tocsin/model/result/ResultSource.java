package io.tocsin.model.result;

import java.util.Objects;

import io.tocsin.model.StorableText;

/**
 * Where a result was measured from; all but {@code id} and {@code kind} may be null.
 *
 * @param id the agent's or monitor's, {@code locationId} of expressions
 * @param type {@code cloud}, {@code enterprise} or {@code enterprise-cluster} of an agent, {@code public} or {@code private} of a
 *        monitor
 * @param location {@code Oslo, Norway}
 * @param countryId ISO code
 * @param network {@code Example Net (AS 64500)}
 */
public record ResultSource(String id, String name, Kind kind, String type, String location, String countryId, String network) {

    public ResultSource {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        id = StorableText.of(id);
        name = StorableText.of(name);
        type = StorableText.of(type);
        location = StorableText.of(location);
        countryId = StorableText.of(countryId);
        network = StorableText.of(network);
    }

    /** Monitors watch BGP, agents everything else. */
    public enum Kind {
        AGENT, MONITOR
    }
}
