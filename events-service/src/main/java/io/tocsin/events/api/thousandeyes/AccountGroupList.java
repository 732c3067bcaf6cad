package io.tocsin.events.api.thousandeyes;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tocsin.http.identity.Principal;
import io.tocsin.model.AccountGroup;

/** The account groups in which the caller may act. */
@RegisterForReflection
record AccountGroupList(List<Item> accountGroups, @JsonProperty("_links") Links.Self links) {

    @RegisterForReflection
    record Item(
            String aid,
            String accountGroupName,
            @JsonProperty("isCurrentAccountGroup") boolean isCurrent,
            @JsonProperty("isDefaultAccountGroup") boolean isDefault,
            String organizationName,
            String orgId) {

        static Item of(AccountGroup group, Principal who, String current) {
            return new Item(group.id(), group.name(), group.id().equals(current), group.id().equals(who.defaultAccountGroup()),
                    who.organization(), who.organization());
        }
    }

    static AccountGroupList of(Principal who, String aid, Links.Self links) {
        var current = who.accountGroup(aid).id();
        return new AccountGroupList(who.accountGroups().stream().map(group -> Item.of(group, who, current)).toList(), links);
    }
}
