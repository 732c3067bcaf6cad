package io.tocsin.audit.trail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

import io.tocsin.audit.person.Person;
import io.tocsin.proof.CanonicalJson;
import io.tocsin.proof.merkle.Hash;

/**
 * An entry as it was read.
 *
 * @param number through all commits of its organization, from 1
 * @param content canonical JSON, byte for byte what was hashed
 * @param sealed what the content commits to, encrypted
 */
public record StoredEntry(String organization, long number, UUID id, Instant date, String content, List<Sealed> sealed) {

    /** @param text can be read with the key of this person only */
    public record Sealed(UUID person, String text) {}

    public StoredEntry {
        sealed = List.copyOf(sealed);
    }

    public Hash hash() {
        return CanonicalJson.leaf(content);
    }

    Set<UUID> people() {
        var people = new HashSet<UUID>();
        sealed.forEach(part -> people.add(part.person()));
        return people;
    }

    /** What can be read by the keys which are there. */
    List<JsonNode> openings(Map<UUID, Person> people, JsonReading reading) {
        var openings = new ArrayList<JsonNode>();
        for (var part : sealed) {
            if (people.containsKey(part.person())) {
                openings.add(reading.read(people.get(part.person()).open(part.text(), id)));
            }
        }
        return openings;
    }
}
