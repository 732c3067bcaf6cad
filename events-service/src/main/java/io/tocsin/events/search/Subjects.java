package io.tocsin.events.search;

import java.util.Set;

/**
 * What an event may be about, any of these.
 *
 * @param ids of entities
 * @param hosts names in lower case (A-Z); of events which name a host and no entity
 * @param nothing whether events count which name neither
 */
public record Subjects(Set<String> ids, Set<String> hosts, boolean nothing) {

    public Subjects {
        ids = Set.copyOf(ids);
        hosts = Set.copyOf(hosts);
    }
}
