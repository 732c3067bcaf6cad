package io.tocsin.model.message;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.tocsin.model.AccountGroup;
import io.tocsin.model.Editor;
import io.tocsin.model.TimeOrderedId;
import io.tocsin.model.User;

/**
 * From any service to audit-service: somebody changed something.
 *
 * @param event what was done, a sentence with its full stop: {@code Alert rule created.}
 * @param ipAddress where the call came from, as the nearest trusted proxy saw it
 * @param resources what it was done to; empty for what has no object, such as a login
 * @param change what it was before and after; null where there is nothing to compare. Never a secret. E-mail addresses in it are
 *        kept apart by audit-service, so that they can be erased.
 */
public record UserEvent(
        UUID id,
        String organization,
        AccountGroup accountGroup,
        Instant date,
        String event,
        User user,
        String ipAddress,
        List<Resource> resources,
        Change change) {

    public static final String TYPE = "io.tocsin.user.event.v1";

    public UserEvent {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(organization, "organization");
        Objects.requireNonNull(accountGroup, "accountGroup");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(user, "user");
        resources = resources == null ? List.of() : List.copyOf(resources);
    }

    /** Of something that has no before and after. */
    public UserEvent(UUID id, String organization, AccountGroup accountGroup, Instant date, String event, User user,
            String ipAddress, List<Resource> resources) {
        this(id, organization, accountGroup, date, event, user, ipAddress, resources, null);
    }

    /** What somebody did just now, under an id of its own. */
    public static UserEvent by(Editor editor, Instant now, String event, List<Resource> resources, Change change) {
        return new UserEvent(TimeOrderedId.at(now), editor.organization(), editor.accountGroup(), now, event, editor.user(),
                editor.address(), resources, change);
    }

    /**
     * What a JSON object was and is: numbers, texts, booleans, lists and maps of them. What is called a secret is left out.
     *
     * @param before null for what was made
     * @param after null for what was deleted
     */
    public record Change(Map<String, Object> before, Map<String, Object> after) {

        /** Read in the place of a secret. */
        public static final String HIDDEN = "(secret)";

        private static final List<String> SECRETS = List.of("secret", "password", "credential", "token", "authorization");

        public Change {
            before = copy(before);
            after = copy(after);
        }

        private static Map<String, Object> copy(Map<String, Object> members) {
            return members == null ? null : Collections.unmodifiableMap(withoutSecrets(members));
        }

        private static Map<String, Object> withoutSecrets(Map<?, ?> members) {
            var open = new LinkedHashMap<String, Object>();
            members.forEach((name, value) -> open.put(String.valueOf(name),
                    value != null && isSecret(String.valueOf(name)) ? HIDDEN : withoutSecrets(value)));
            return open;
        }

        private static boolean isSecret(String name) {
            var lower = name.toLowerCase(Locale.ROOT);
            for (var word : SECRETS) {
                if (lower.contains(word)) {
                    return true;
                }
            }
            return false;
        }

        private static Object withoutSecrets(Object value) {
            if (value instanceof Map<?, ?> map) {
                return withoutSecrets(map);
            }
            return value instanceof List<?> list ? list.stream().map(Change::withoutSecrets).toList() : value;
        }
    }

    /** @param type ThousandEyes' word for the kind of thing, such as {@code alertRule} */
    public record Resource(String type, String name) {}
}
