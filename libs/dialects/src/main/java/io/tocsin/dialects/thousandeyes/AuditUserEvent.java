package io.tocsin.dialects.thousandeyes;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One entry of the activity log (wire/thousandeyes.md §5).
 *
 * @param aid id of the account group
 * @param event a sentence with its full stop, such as {@code Alert rule created.}
 * @param ipAddress an address or a CIDR block
 * @param uid id of the user
 * @param user {@code Display Name (email)}
 * @param resources null when the event has no object
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditUserEvent(
        String aid,
        String accountGroupName,
        Instant date,
        String event,
        String ipAddress,
        String uid,
        String user,
        List<Resource> resources) {

    public AuditUserEvent {
        date = date.truncatedTo(ChronoUnit.SECONDS);
        resources = resources == null ? null : List.copyOf(resources);
    }

    /** @param type what kind of name it is, such as {@code alertRuleName} */
    public record Resource(String type, String name) {}
}
