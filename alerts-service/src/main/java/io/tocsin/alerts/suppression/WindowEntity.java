package io.tocsin.alerts.suppression;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of {@code alert_suppression_window}. */
@Entity
@Table(name = "alert_suppression_window")
class WindowEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(nullable = false, columnDefinition = "text")
    String organization;

    @Column(name = "account_group", nullable = false, columnDefinition = "text")
    String accountGroup;

    @Column(nullable = false, columnDefinition = "text")
    String settings;

    @Column(name = "created_at", nullable = false)
    Instant createdAt;

    @Column(name = "updated_at", nullable = false)
    Instant updatedAt;
}
