package io.tocsin.outbox.inbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import io.tocsin.outbox.IncomingMessage;
import io.tocsin.outbox.MessageHandler;

/** Which bean takes which type of message; two for one type fail the start. */
@Startup
@Singleton
class MessageHandlers {

    private final Map<String, MessageHandler> byType;

    MessageHandlers(@All List<MessageHandler> handlers) {
        byType = handlers.stream().collect(Collectors.toUnmodifiableMap(MessageHandler::type, Function.identity()));
    }

    Optional<MessageHandler> of(String type) {
        return Optional.ofNullable(byType.get(type));
    }

    /** Tells the handlers of these messages that their effect is there. */
    void committed(List<IncomingMessage> messages) {
        messages.stream()
                .map(IncomingMessage::type)
                .distinct()
                .flatMap(type -> of(type).stream())
                .forEach(MessageHandler::committed);
    }
}
