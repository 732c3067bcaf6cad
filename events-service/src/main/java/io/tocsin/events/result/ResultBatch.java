package io.tocsin.events.result;

import java.util.List;

import io.tocsin.outbox.OutgoingMessage;

/**
 * The results of one call and the messages which may tell of them, as if all were new; what is not is known only where they are stored.
 *
 * @param rows in the order of their names
 * @param repeated how many results of the call stood in it more than once
 */
record ResultBatch(List<ResultRow> rows, List<OutgoingMessage> messages, int repeated) {

    /** How many results the call brought. */
    int results() {
        return rows.size() + repeated;
    }
}
