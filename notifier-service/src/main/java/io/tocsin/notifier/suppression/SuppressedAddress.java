package io.tocsin.notifier.suppression;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.tocsin.model.StorableText;

/**
 * An address, and what it gets no mail about.
 *
 * @param address in lower case: mail servers tell addresses apart by more than their case
 * @param ruleId null for every mail of the organization
 * @param note for people, such as what the mail server said; may be null
 * @param deliveryId the delivery which led to it, null when there is none
 */
public record SuppressedAddress(String address, String ruleId, SuppressionReason reason, String note, UUID deliveryId) {

    public SuppressedAddress {
        address = canonical(address);
        note = StorableText.of(note);
        Objects.requireNonNull(reason, "reason");
    }

    /** @param ruleId null when the owner wants no mail of the organization at all */
    public static SuppressedAddress unsubscribed(String address, String ruleId, UUID deliveryId) {
        return new SuppressedAddress(address, ruleId, SuppressionReason.UNSUBSCRIBED, null, deliveryId);
    }

    /** @param said the mail server's words */
    public static SuppressedAddress bounced(String address, String said, UUID deliveryId) {
        return new SuppressedAddress(address, null, SuppressionReason.BOUNCED, said, deliveryId);
    }

    /** The form in which addresses are compared; SQL says {@code lower(btrim(recipient))}. */
    public static String canonical(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }

    /** What it says, for the audit log. */
    Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        members.put("address", address);
        members.put("ruleId", ruleId);
        members.put("reason", reason.word());
        members.put("note", note);
        members.values().removeIf(Objects::isNull);
        return members;
    }

    /** For the audit log. */
    String display() {
        return ruleId == null ? address : address + " (rule " + ruleId + ")";
    }
}
