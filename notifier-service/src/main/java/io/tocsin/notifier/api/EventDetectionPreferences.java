package io.tocsin.notifier.api;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.tocsin.notifier.preference.EventDetectionRecipient;

/** Who wants mails about the events which detection finds in an account group. */
record EventDetectionPreferences(
        @Schema(description = "The account group.", examples = "12") String aid,
        List<OptedIn> recipients) {

    record OptedIn(
            @Schema(examples = "ann@example.org") String address,
            Instant since,
            @Schema(examples = "Ann (ann@example.org)") String optedInBy) {

        static OptedIn of(EventDetectionRecipient recipient) {
            return new OptedIn(recipient.address(), recipient.since(), recipient.optedInBy());
        }
    }

    static EventDetectionPreferences of(String aid, List<EventDetectionRecipient> recipients) {
        return new EventDetectionPreferences(aid, recipients.stream().map(OptedIn::of).toList());
    }
}
