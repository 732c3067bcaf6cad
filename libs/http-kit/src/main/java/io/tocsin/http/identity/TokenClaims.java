package io.tocsin.http.identity;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;

import org.eclipse.microprofile.jwt.JsonWebToken;

import io.tocsin.model.AccountGroup;
import io.tocsin.model.User;

/** Claims to principal; the table is in {@code package-info}. */
final class TokenClaims {

    private TokenClaims() {}

    static Principal principal(JsonWebToken token) {
        var user = user(token);
        var groups = accountGroups(token);
        var chosen = text(token, "default_account_group");
        return new Principal("jwt:" + user.id(), user, organization(token), groups,
                chosen == null ? groups.get(0).id() : chosen,
                permissions(token));
    }

    private static User user(JsonWebToken token) {
        var id = token.getSubject();
        if (id == null) {
            throw new Unauthenticated("This JWT lacks the claim 'sub'.");
        }
        return new User(id, first(token, id, "name", "preferred_username"), first(token, id, "email", "preferred_username"));
    }

    private static String organization(JsonWebToken token) {
        var organization = first(token, null, "organization", "org");
        if (organization == null) {
            throw new Unauthenticated("This JWT lacks the claim 'organization'.");
        }
        return organization;
    }

    private static List<AccountGroup> accountGroups(JsonWebToken token) {
        var groups = values(token.getClaim("account_groups"))
                .map(TokenClaims::accountGroup)
                .toList();
        if (groups.isEmpty()) {
            throw new Unauthenticated("This JWT lacks the claim 'account_groups'.");
        }
        return groups;
    }

    private static AccountGroup accountGroup(Object claim) {
        if (claim instanceof JsonObject group && group.containsKey("id")) {
            var id = string(group.get("id"));
            return new AccountGroup(id, group.containsKey("name") ? string(group.get("name")) : id);
        }
        var idAndName = string(claim).split("=", 2);
        return new AccountGroup(idAndName[0], idAndName[idAndName.length - 1]);
    }

    /** Words which are no permission of ours, such as {@code openid}, belong to others. */
    private static Set<Permission> permissions(JsonWebToken token) {
        var permissions = EnumSet.noneOf(Permission.class);
        Stream.concat(values(token.getClaim("permissions")), values(token.getClaim("scope")))
                .flatMap(words -> Stream.of(string(words).split("\\s+")))
                .map(Permission::of)
                .forEach(permission -> permission.ifPresent(permissions::add));
        return permissions;
    }

    private static String first(JsonWebToken token, String otherwise, String... names) {
        return Stream.of(names)
                .map(name -> text(token, name))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(otherwise);
    }

    private static String text(JsonWebToken token, String name) {
        return values(token.getClaim(name)).findFirst().map(TokenClaims::string).orElse(null);
    }

    private static Stream<?> values(Object claim) {
        if (claim instanceof JsonArray array) {
            return array.stream();
        }
        return claim instanceof Collection<?> several ? several.stream() : Stream.ofNullable(claim);
    }

    private static String string(Object value) {
        return value instanceof JsonString text ? text.getString() : String.valueOf(value);
    }
}
