package io.tocsin.notifier.preference;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of {@code event_detection_recipient}. */
@Entity
@Table(name = "event_detection_recipient")
class RecipientEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(nullable = false, columnDefinition = "text")
    String organization;

    @Column(name = "account_group", nullable = false, columnDefinition = "text")
    String accountGroup;

    @Column(nullable = false, columnDefinition = "text")
    String address;

    @Column(nullable = false)
    Instant since;

    @Column(name = "opted_in_by", nullable = false, columnDefinition = "text")
    String optedInBy;
}
