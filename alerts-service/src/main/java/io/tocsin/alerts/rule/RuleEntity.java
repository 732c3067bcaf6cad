package io.tocsin.alerts.rule;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.tocsin.model.Scope;

/** A row of {@code alert_rule}. The settings are one JSON text: nothing but whole rules is ever read or written. */
@Entity
@Table(name = "alert_rule")
class RuleEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(nullable = false, columnDefinition = "text")
    String organization;

    @Column(name = "account_group", nullable = false, columnDefinition = "text")
    String accountGroup;

    /** As the last editor's credential named it, for readers of mails. */
    @Column(name = "account_group_name", nullable = false, columnDefinition = "text")
    String accountGroupName;

    @Column(nullable = false, columnDefinition = "text")
    String settings;

    @Column(name = "created_at", nullable = false)
    Instant createdAt;

    @Column(name = "updated_at", nullable = false)
    Instant updatedAt;

    Scope scope() {
        return new Scope(organization, accountGroup);
    }
}
