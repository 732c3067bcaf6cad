package io.tocsin.model;

import java.util.Objects;

/**
 * Whose data it is. Every row and every query carries one.
 *
 * @param organization the tenant
 * @param accountGroup the id of the account group inside the tenant, ThousandEyes' {@code aid}
 */
public record Scope(String organization, String accountGroup) {

    public Scope {
        Objects.requireNonNull(organization, "organization");
        Objects.requireNonNull(accountGroup, "accountGroup");
    }
}
