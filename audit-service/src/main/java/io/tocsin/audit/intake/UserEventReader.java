package io.tocsin.audit.intake;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.tocsin.model.AccountGroup;
import io.tocsin.model.Rfc3339;
import io.tocsin.model.User;
import io.tocsin.model.message.UserEvent;
import io.tocsin.outbox.MessageRejected;

/** Reads a user event as other services write it. Members which a newer one may have are left out. */
final class UserEventReader {

    private final PayloadParser payload;
    private UUID id;
    private String organization;
    private AccountGroup accountGroup;
    private Instant date;
    private String event;
    private User user;
    private String ipAddress;
    private List<UserEvent.Resource> resources;
    private UserEvent.Change change;

    private UserEventReader(PayloadParser payload) {
        this.payload = payload;
    }

    /** Fails with {@link MessageRejected} when this is none. */
    static UserEvent read(String text) {
        try (var payload = new PayloadParser(text)) {
            return new UserEventReader(payload).read();
        } catch (JsonProcessingException e) {
            throw rejected(e.getOriginalMessage(), e);
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            throw rejected(e.getMessage(), e);
        }
    }

    private static MessageRejected rejected(String reason, Exception cause) {
        return new MessageRejected("this is no user event: " + reason, cause);
    }

    private UserEvent read() throws IOException {
        payload.object(this::member);
        return new UserEvent(required("id", id), required("organization", organization),
                required("accountGroup", accountGroup), required("date", date), required("event", event),
                required("user", user), ipAddress, resources, change);
    }

    private void member(String name) throws IOException {
        if (payload.isNull()) {
            return;
        }
        switch (name) {
            case "id" -> id = UUID.fromString(payload.text());
            case "organization" -> organization = payload.text();
            case "accountGroup" -> accountGroup = accountGroup();
            case "date" -> date = Rfc3339.parse(payload.text());
            case "event" -> event = payload.text();
            case "user" -> user = user();
            case "ipAddress" -> ipAddress = payload.text();
            case "resources" -> resources = payload.array(this::resource);
            case "change" -> change = change();
            default -> payload.skip();
        }
    }

    private AccountGroup accountGroup() throws IOException {
        var texts = texts("id", "name");
        return new AccountGroup(required("accountGroup/id", texts[0]), required("accountGroup/name", texts[1]));
    }

    private User user() throws IOException {
        var texts = texts("id", "name", "email");
        return new User(required("user/id", texts[0]), required("user/name", texts[1]), required("user/email", texts[2]));
    }

    private UserEvent.Resource resource() throws IOException {
        var texts = texts("type", "name");
        return new UserEvent.Resource(texts[0], texts[1]);
    }

    /** The texts of these members of an object, null where there is none. */
    private String[] texts(String... names) throws IOException {
        var texts = new String[names.length];
        payload.object(name -> {
            var at = List.of(names).indexOf(name);
            if (at < 0) {
                payload.skip();
            } else {
                texts[at] = payload.text();
            }
        });
        return texts;
    }

    private UserEvent.Change change() throws IOException {
        var sides = new HashMap<String, Map<String, Object>>();
        payload.object(name -> {
            if (name.equals("before") || name.equals("after")) {
                sides.put(name, payload.isNull() ? null : payload.map());
            } else {
                payload.skip();
            }
        });
        return new UserEvent.Change(sides.get("before"), sides.get("after"));
    }

    private static <T> T required(String name, T value) {
        if (value == null) {
            throw new IllegalArgumentException("it has no " + name);
        }
        return value;
    }
}
