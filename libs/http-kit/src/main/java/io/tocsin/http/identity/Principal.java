package io.tocsin.http.identity;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.tocsin.model.AccountGroup;
import io.tocsin.model.Scope;
import io.tocsin.model.User;

/**
 * Who is calling, whatever kind of credential said so.
 *
 * @param credential the credential's name, for logs and rate limits; never the secret
 * @param accountGroups those it may act in, at least one
 * @param defaultAccountGroup the id of the one meant when the caller names none
 */
public record Principal(
        String credential,
        User user,
        String organization,
        List<AccountGroup> accountGroups,
        String defaultAccountGroup,
        Set<Permission> permissions) {

    public Principal {
        Objects.requireNonNull(credential, "credential");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(organization, "organization");
        Objects.requireNonNull(defaultAccountGroup, "defaultAccountGroup");
        accountGroups = List.copyOf(accountGroups);
        permissions = Set.copyOf(permissions);
    }

    /** Fails with {@link Forbidden} unless this principal holds the permission. */
    public void require(Permission permission) {
        if (!permissions.contains(permission)) {
            throw new Forbidden("This credential lacks the permission '" + permission.wireName() + "'.");
        }
    }

    /** The scope of a call with this {@code aid}; null means the default account group. Fails with {@link Forbidden}. */
    public Scope scope(String aid) {
        return new Scope(organization, accountGroup(aid).id());
    }

    /** The account group of a call with this {@code aid}; null means the default one. Fails with {@link Forbidden}. */
    public AccountGroup accountGroup(String aid) {
        var wanted = aid == null ? defaultAccountGroup : aid;
        return accountGroups.stream()
                .filter(group -> group.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new Forbidden("This credential is not assigned to account group '" + wanted + "'."));
    }
}
