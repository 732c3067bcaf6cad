package io.tocsin.outbox.inbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.tocsin.outbox.IncomingMessage;
import io.tocsin.outbox.wire.Verdict;
import io.tocsin.outbox.wire.Verdicts;

/** Keeps what became of the messages of one batch, and holds back those whose predecessor did not succeed. */
final class Ledger {

    private final List<IncomingMessage> batch;
    private final Map<UUID, Verdict> verdicts = new HashMap<>();
    private final Set<String> blocked = new HashSet<>();

    Ledger(List<IncomingMessage> batch) {
        this.batch = batch;
    }

    /** Those of the messages which may still be applied. */
    List<IncomingMessage> open(List<IncomingMessage> messages) {
        var open = new ArrayList<IncomingMessage>(messages.size());
        for (var message : messages) {
            if (!verdicts.containsKey(message.id()) && !blocked.contains(message.subject())) {
                open.add(message);
            }
        }
        return open;
    }

    void accepted(List<IncomingMessage> messages) {
        messages.forEach(message -> verdicts.put(message.id(), Verdict.accepted(message.id())));
    }

    void rejected(IncomingMessage message, String reason) {
        refuse(message, Verdict.rejected(message.id(), reason));
    }

    void failed(IncomingMessage message, String reason) {
        refuse(message, Verdict.failed(message.id(), reason));
    }

    private void refuse(IncomingMessage message, Verdict verdict) {
        verdicts.put(message.id(), verdict);
        blocked.add(message.subject());
    }

    Verdicts verdicts() {
        return new Verdicts(batch.stream()
                .map(message -> verdicts.getOrDefault(message.id(), Verdict.deferred(message.id())))
                .toList());
    }
}
