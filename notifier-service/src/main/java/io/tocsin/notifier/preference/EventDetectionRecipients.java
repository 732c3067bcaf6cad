package io.tocsin.notifier.preference;

import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.model.Editor;
import io.tocsin.model.Scope;
import io.tocsin.notifier.trail.Trail;

/** Keeps who wants mails about detected events, and tells the audit log of each change in the same transaction. */
@ApplicationScoped
public class EventDetectionRecipients {

    private final RecipientTransactions transactions;
    private final Trail trail;

    EventDetectionRecipients(RecipientTransactions transactions, Trail trail) {
        this.transactions = transactions;
        this.trail = trail;
    }

    /** In the order of their addresses. */
    public Uni<List<EventDetectionRecipient>> list(Scope scope) {
        return transactions.list(scope);
    }

    /** In the editor's account group, once however often it is called. */
    public Uni<EventDetectionRecipient> optIn(Editor editor, String address) {
        return transactions.optIn(editor, canonical(address))
                .invoke(trail::wake);
    }

    /** False when the address had not opted in. */
    public Uni<Boolean> optOut(Editor editor, String address) {
        return transactions.optOut(editor, canonical(address))
                .invoke(trail::wake);
    }

    private static String canonical(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }
}
