package io.tocsin.http.identity;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tocsin.model.AccountGroup;
import io.tocsin.model.User;

/** One entry of the key file, as it is written there. Every failure says which member is wrong, and never shows a hash. */
@RegisterForReflection(targets = { KeyEntry.class, KeyEntry.File.class, User.class, AccountGroup.class })
record KeyEntry(
        String name,
        String sha256,
        String organization,
        User user,
        List<AccountGroup> accountGroups,
        String defaultAccountGroup,
        List<String> permissions,
        String expiresAt) {

    record File(List<KeyEntry> keys) {

        File {
            keys = List.copyOf(Objects.requireNonNull(keys, "keys"));
        }
    }

    KeyEntry {
        Objects.requireNonNull(name, "name");
        sha256 = Objects.requireNonNull(sha256, "sha256").toLowerCase(Locale.ROOT);
        Objects.requireNonNull(organization, "organization");
        Objects.requireNonNull(user, "user");
        accountGroups = List.copyOf(Objects.requireNonNull(accountGroups, "accountGroups"));
        permissions = List.copyOf(Objects.requireNonNull(permissions, "permissions"));
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("sha256 must be the 64 hexadecimal digits of a SHA-256 hash");
        }
        if (accountGroups.isEmpty()) {
            throw new IllegalArgumentException("accountGroups must name at least one account group");
        }
        defaultAccountGroup = defaultAccountGroup == null ? accountGroups.get(0).id() : defaultAccountGroup;
        requireHeld(accountGroups, defaultAccountGroup);
        permissionsOf(permissions);
        instantOf(expiresAt);
    }

    Principal principal() {
        return new Principal(name, user, organization, accountGroups, defaultAccountGroup, permissionsOf(permissions));
    }

    Instant expires() {
        return instantOf(expiresAt);
    }

    private static void requireHeld(List<AccountGroup> groups, String id) {
        if (groups.stream().noneMatch(group -> group.id().equals(id))) {
            throw new IllegalArgumentException("defaultAccountGroup '" + id + "' is not one of its accountGroups");
        }
    }

    private static Set<Permission> permissionsOf(List<String> names) {
        var permissions = EnumSet.noneOf(Permission.class);
        for (var name : names) {
            permissions.add(Permission.of(name)
                    .orElseThrow(() -> new IllegalArgumentException("permission '" + name + "' is unknown; known are "
                            + Permission.wireNames())));
        }
        return permissions;
    }

    private static Instant instantOf(String text) {
        try {
            return text == null ? Instant.MAX : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("expiresAt '" + text + "' is no instant such as 2027-01-31T00:00:00Z", e);
        }
    }
}
