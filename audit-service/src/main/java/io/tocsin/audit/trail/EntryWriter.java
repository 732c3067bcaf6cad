package io.tocsin.audit.trail;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.tocsin.audit.person.Person;
import io.tocsin.audit.person.Sealing;
import io.tocsin.audit.person.Subject;
import io.tocsin.proof.CanonicalJson;
import io.tocsin.proof.CanonicalText;
import io.tocsin.proof.Veil;

/**
 * Turns the drafts of one commit into entries: a commitment in the place of everything personal, and what it commits to encrypted
 * beside it. Its texts are used for one entry after the other; not for two threads.
 */
final class EntryWriter {

    private final Sealing sealing;
    private final Map<Subject, Person> known;
    private final CanonicalText content = new CanonicalText();
    private final CanonicalText opening = new CanonicalText();
    private final CanonicalText sealed = new CanonicalText();

    /** @param known everybody of whom the drafts say something */
    EntryWriter(Sealing sealing, Map<Subject, Person> known) {
        this.sealing = sealing;
        this.known = known;
    }

    Entry write(EntryDraft draft) {
        content.clear();
        sealed.clear().beginArray();
        write(draft.members(), content, draft.id());
        var text = content.toString();
        return new Entry(draft.organization(), draft.id(), draft.accountGroup(), draft.date(), known.get(draft.actor()).id(),
                text, CanonicalJson.leaf(text), sealed.endArray().toString());
    }

    /** Classes are asked for before interfaces, and texts first: to find that a text is no map takes longer than to write it. */
    private void write(Object value, CanonicalText text, UUID entry) {
        if (value instanceof String plain) {
            text.text(plain);
        } else if (value instanceof Personal personal) {
            veil(personal, text, entry);
        } else if (value instanceof Map<?, ?> members) {
            text.beginObject();
            members.forEach((name, member) -> write(member, text.member((String) name), entry));
            text.endObject();
        } else if (value instanceof List<?> items) {
            text.beginArray();
            items.forEach(item -> write(item, text.item(), entry));
            text.endArray();
        } else {
            writePlain(value, text);
        }
    }

    private static void writePlain(Object value, CanonicalText text) {
        if (value instanceof Boolean truth) {
            text.truth(truth);
        } else if (value instanceof Integer || value instanceof Long) {
            text.number(((Number) value).longValue());
        } else if (value instanceof BigInteger whole) {
            text.number(whole);
        } else if (value instanceof Number number) {
            text.number(number.doubleValue());
        } else {
            text.text((String) value);
        }
    }

    /** Nothing personal is within something personal: there is one opening at a time. */
    private void veil(Personal personal, CanonicalText text, UUID entry) {
        var person = known.get(personal.subject());
        var name = person.id().toString();
        Veil.beginOpening(opening.clear(), sealing.salt());
        write(personal.value(), opening, entry);
        var canonical = opening.endObject().toString();
        sealed.item()
                .beginObject()
                .member("person")
                .text(name)
                .member("sealed")
                .text(sealing.seal(canonical, person, entry))
                .endObject();
        Veil.over(name, canonical).writeTo(text);
    }
}
