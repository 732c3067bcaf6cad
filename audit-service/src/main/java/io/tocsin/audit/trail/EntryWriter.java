package io.tocsin.audit.trail;

import java.util.Base64;
import java.util.Map;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.TextNode;

import io.tocsin.audit.person.People;
import io.tocsin.audit.person.Person;
import io.tocsin.audit.person.Subject;
import io.tocsin.model.StorableText;
import io.tocsin.proof.CanonicalJson;
import io.tocsin.proof.Veil;

/** Turns drafts into entries: a commitment in the place of everything personal, and what it commits to encrypted beside it. */
@Singleton
class EntryWriter {

    private static final int SALT_BYTES = 16;
    private static final int NONCE_BYTES = 12;

    private final People people;
    private final ObjectMapper json;

    EntryWriter(People people, ObjectMapper json) {
        this.people = people;
        this.json = json;
    }

    /** @param known everybody of whom the draft says something */
    Entry write(EntryDraft draft, Map<Subject, Person> known) {
        var event = draft.event();
        var personal = json.createArrayNode();
        var actor = known.get(draft.user());
        var members = draft.members();
        Addresses.replaced(members,
                address -> veil(TextNode.valueOf(address), known.get(draft.address(address)), event.id(), personal));
        members.set("by", veil(draft.actor(), actor, event.id(), personal));
        return new Entry(draft.organization(), event.id(), StorableText.of(event.accountGroup().id()), event.date(), actor.id(),
                CanonicalJson.of(members), personal.toString());
    }

    private JsonNode veil(JsonNode value, Person person, java.util.UUID entry, ArrayNode personal) {
        var opening = Veil.opening(Base64.getEncoder().encodeToString(people.bytes(SALT_BYTES)), value);
        personal.addObject()
                .put("person", person.id().toString())
                .put("sealed", person.seal(CanonicalJson.of(opening), entry, people.bytes(NONCE_BYTES)));
        return Veil.over(person.id().toString(), opening).toJson();
    }
}
