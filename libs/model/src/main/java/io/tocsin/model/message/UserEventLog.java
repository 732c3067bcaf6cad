package io.tocsin.model.message;

import java.util.concurrent.CompletionStage;

/** Where a service leaves user events which belong to no change of its own, such as credentials refused too often. */
public interface UserEventLog {

    /** Completes when the event cannot be lost any more. */
    CompletionStage<Void> record(UserEvent event);
}
