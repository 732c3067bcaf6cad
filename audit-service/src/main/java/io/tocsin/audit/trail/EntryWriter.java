package io.tocsin.audit.trail;

import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;

import io.tocsin.audit.person.Person;
import io.tocsin.audit.person.Sealing;
import io.tocsin.audit.person.Subject;
import io.tocsin.model.StorableText;
import io.tocsin.proof.CanonicalJson;
import io.tocsin.proof.Veil;

/**
 * Turns the drafts of one commit into entries: a commitment in the place of everything personal, and what it commits to encrypted
 * beside it.
 *
 * @param known everybody of whom the drafts say something
 */
record EntryWriter(Sealing sealing, Map<Subject, Person> known) {

    Entry write(EntryDraft draft) {
        var event = draft.event();
        var personal = JsonNodeFactory.instance.arrayNode();
        var actor = known.get(draft.user());
        var members = draft.members();
        Addresses.replaced(members,
                address -> veil(TextNode.valueOf(address), known.get(draft.address(address)), event.id(), personal));
        members.set("by", veil(draft.actor(), actor, event.id(), personal));
        return new Entry(draft.organization(), event.id(), StorableText.of(event.accountGroup().id()), event.date(), actor.id(),
                CanonicalJson.of(members), personal.toString());
    }

    private JsonNode veil(JsonNode value, Person person, UUID entry, ArrayNode personal) {
        var opening = CanonicalJson.of(Veil.opening(sealing.salt(), value));
        personal.addObject()
                .put("person", person.id().toString())
                .put("sealed", sealing.seal(opening, person, entry));
        return Veil.over(person.id().toString(), opening).toJson();
    }
}
