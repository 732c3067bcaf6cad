package io.tocsin.notifier.preference;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.tocsin.model.Editor;
import io.tocsin.model.Scope;
import io.tocsin.model.message.UserEvent;
import io.tocsin.notifier.trail.Trail;

/** One transaction for each thing that {@link EventDetectionRecipients} does. */
@ApplicationScoped
class RecipientTransactions {

    private static final String RESOURCE_TYPE = "eventDetectionRecipient";

    private final RecipientStore store;
    private final Trail trail;
    private final Clock clock;

    RecipientTransactions(RecipientStore store, Trail trail, Clock clock) {
        this.store = store;
        this.trail = trail;
        this.clock = clock;
    }

    @WithSession
    Uni<List<EventDetectionRecipient>> list(Scope scope) {
        return store.all(scope)
                .map(entities -> entities.stream().map(EventDetectionRecipient::of).toList());
    }

    @WithTransaction
    Uni<EventDetectionRecipient> optIn(Editor editor, String address) {
        return store.insert(row(editor, address))
                .call(isNew -> tellIf(isNew, "Address opted in for mails about detected events.", editor, address,
                        new UserEvent.Change(null, Map.of("address", address))))
                .chain(() -> store.one(editor.scope(), address))
                .map(EventDetectionRecipient::of);
    }

    @WithTransaction
    Uni<Boolean> optOut(Editor editor, String address) {
        return store.remove(editor.scope(), address)
                .call(removed -> tellIf(removed, "Address opted out of mails about detected events.", editor,
                        address, new UserEvent.Change(Map.of("address", address), null)));
    }

    private RecipientEntity row(Editor editor, String address) {
        var row = new RecipientEntity();
        row.organization = editor.scope().organization();
        row.accountGroup = editor.scope().accountGroup();
        row.address = address;
        row.since = clock.instant();
        row.optedInBy = editor.user().display();
        return row;
    }

    private Uni<Void> tellIf(boolean changed, String event, Editor editor, String address, UserEvent.Change change) {
        return changed
                ? trail.appendInSession(editor, event, new UserEvent.Resource(RESOURCE_TYPE, address), change)
                : Uni.createFrom().voidItem();
    }
}
