package io.tocsin.outbox.setaside;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/** @param next the value of {@code after} for the following page, absent on the last one */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SetAsidePage(List<SetAsideMessage> messages, UUID next) {

    static SetAsidePage of(List<SetAsideMessage> messages, int limit) {
        return new SetAsidePage(messages, messages.size() < limit ? null : messages.get(messages.size() - 1).id());
    }
}
