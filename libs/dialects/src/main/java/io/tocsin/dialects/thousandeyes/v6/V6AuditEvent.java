package io.tocsin.dialects.thousandeyes.v6;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

import io.tocsin.model.message.UserEvent;

/**
 * One entry of the activity log as v6 writes it: ids are numbers, and left out where they are none; the sentence has no full stop.
 *
 * @param resources null when the event has no object
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({ "accountGroupName", "aid", "date", "event", "ipAddress", "uid", "user", "resources" })
public record V6AuditEvent(String accountGroupName, Long aid, String date, String event, String ipAddress, Long uid,
        String user,
        List<Resource> resources) {

    /** @param type what kind of name it is */
    public record Resource(String type, String name) {}

    public static V6AuditEvent of(UserEvent event) {
        return new V6AuditEvent(event.accountGroup().name(), V6Ids.of(event.accountGroup().id()), V6Times.write(event.date()),
                event.event().replaceFirst("\\.$", ""), event.ipAddress(), V6Ids.of(event.user().id()), event.user().display(),
                event.resources().isEmpty()
                        ? null
                        : event.resources().stream().map(resource -> new Resource(resource.type(), resource.name())).toList());
    }
}
