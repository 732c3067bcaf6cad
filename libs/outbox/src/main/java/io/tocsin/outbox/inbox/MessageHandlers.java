package io.tocsin.outbox.inbox;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.All;
import io.tocsin.outbox.MessageHandler;

/** Which bean takes which type of message. */
@ApplicationScoped
class MessageHandlers {

    private final Map<String, MessageHandler> byType;

    MessageHandlers(@All java.util.List<MessageHandler> handlers) {
        byType = handlers.stream().collect(Collectors.toUnmodifiableMap(MessageHandler::type, Function.identity()));
    }

    Optional<MessageHandler> of(String type) {
        return Optional.ofNullable(byType.get(type));
    }
}
