package io.tocsin.audit.trail;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import io.tocsin.audit.person.Subject;
import io.tocsin.model.StorableText;
import io.tocsin.model.message.UserEvent;

/**
 * A user event as the members of its entry, with all that is personal still in it.
 *
 * @param actor who did it
 * @param members texts, numbers, booleans, null, {@link Personal}, lists and sorted maps of them
 */
record EntryDraft(String organization, UUID id, String accountGroup, Instant date, Subject actor,
        SortedMap<String, Object> members) {

    /** @param subjects where everybody is added of whom it says something */
    static EntryDraft of(UserEvent event, Announcement announcement, Collection<Subject> subjects) {
        var organization = StorableText.of(event.organization());
        var actor = Subject.user(organization, StorableText.of(event.user().id()));
        var values = new StorableValues(organization, subjects);
        var members = new TreeMap<String, Object>();
        members.put("id", event.id().toString());
        members.put("date", event.date().truncatedTo(ChronoUnit.MICROS).toString());
        members.put("aid", values.of(event.accountGroup().id()));
        members.put("accountGroupName", values.of(event.accountGroup().name()));
        members.put("event", values.of(event.event()));
        members.put("by", values.personal(actor, actor(event)));
        members.put("resources", event.resources().stream().map(resource -> resource(resource, values)).toList());
        if (event.change() != null) {
            members.put("change", change(event.change(), values));
        }
        announce(announcement, members);
        return new EntryDraft(organization, event.id(), StorableText.of(event.accountGroup().id()), event.date(), actor,
                members);
    }

    private static SortedMap<String, Object> actor(UserEvent event) {
        var user = new TreeMap<String, Object>();
        user.put("id", StorableText.of(event.user().id()));
        user.put("name", StorableText.of(event.user().name()));
        user.put("email", StorableText.of(event.user().email()));
        var actor = new TreeMap<String, Object>();
        actor.put("user", user);
        if (event.ipAddress() != null) {
            actor.put("ipAddress", StorableText.of(event.ipAddress()));
        }
        return actor;
    }

    private static SortedMap<String, Object> resource(UserEvent.Resource resource, StorableValues values) {
        var members = new TreeMap<String, Object>();
        members.put("type", values.of(resource.type()));
        members.put("name", values.of(resource.name()));
        return members;
    }

    private static SortedMap<String, Object> change(UserEvent.Change change, StorableValues values) {
        var members = new TreeMap<String, Object>();
        members.put("before", values.of(change.before()));
        members.put("after", values.of(change.after()));
        return members;
    }

    private static void announce(Announcement announcement, Map<String, Object> members) {
        if (announcement instanceof Announcement.Erased erased) {
            members.put("erasedPeople", erased.people().stream().map(UUID::toString).toList());
        } else if (announcement instanceof Announcement.Expired expired) {
            members.put("expiredThroughEntry", expired.throughEntry());
        }
    }
}
