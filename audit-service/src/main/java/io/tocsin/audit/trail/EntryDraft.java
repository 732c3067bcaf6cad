package io.tocsin.audit.trail;

import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.tocsin.audit.person.Subject;
import io.tocsin.model.StorableText;
import io.tocsin.model.message.UserEvent;

/**
 * A user event as the members of its entry, with all that is personal still in it.
 *
 * @param actor who did it, and from where
 * @param members everything else
 */
record EntryDraft(UserEvent event, ObjectNode actor, ObjectNode members) {

    static EntryDraft of(UserEvent event, Announcement announcement) {
        var members = JsonNodeFactory.instance.objectNode()
                .put("id", event.id().toString())
                .put("date", event.date().truncatedTo(ChronoUnit.MICROS).toString())
                .put("aid", StorableText.of(event.accountGroup().id()))
                .put("accountGroupName", StorableText.of(event.accountGroup().name()))
                .put("event", StorableText.of(event.event()));
        members.set("resources", StorableJson.of(event.resources()));
        if (event.change() != null) {
            members.set("change", StorableJson.of(event.change()));
        }
        announce(announcement, members);
        return new EntryDraft(event, actor(event), members);
    }

    private static ObjectNode actor(UserEvent event) {
        var actor = JsonNodeFactory.instance.objectNode();
        actor.putObject("user")
                .put("id", StorableText.of(event.user().id()))
                .put("name", StorableText.of(event.user().name()))
                .put("email", StorableText.of(event.user().email()));
        return event.ipAddress() == null ? actor : actor.put("ipAddress", StorableText.of(event.ipAddress()));
    }

    private static void announce(Announcement announcement, ObjectNode members) {
        if (announcement instanceof Announcement.Erased erased) {
            var people = members.putArray("erasedPeople");
            erased.people().forEach(person -> people.add(person.toString()));
        } else if (announcement instanceof Announcement.Expired expired) {
            members.put("expiredThroughEntry", expired.throughEntry());
        }
    }

    Subject user() {
        return Subject.user(organization(), StorableText.of(event.user().id()));
    }

    Subject address(String address) {
        return Subject.address(organization(), address);
    }

    String organization() {
        return StorableText.of(event.organization());
    }

    /** Everybody of whom it says something. */
    Set<Subject> subjects() {
        var addresses = new HashSet<String>();
        Addresses.collect(members, addresses);
        var subjects = addresses.stream().map(this::address).collect(Collectors.toSet());
        subjects.add(user());
        return subjects;
    }
}
