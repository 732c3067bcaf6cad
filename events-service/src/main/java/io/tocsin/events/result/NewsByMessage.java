package io.tocsin.events.result;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToIntFunction;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;

/** How many results of each message said something new; a message of which none did is absent, and was not sent. */
record NewsByMessage(Map<UUID, News> counts) {

    private static final News NONE = new News(0, 0);

    record News(int added, int changed) {}

    static NewsByMessage of(RowSet<Row> rows) {
        var counts = new HashMap<UUID, News>();
        rows.forEach(row -> counts.put(row.getUUID("message"), new News(row.getInteger("added"), row.getInteger("changed"))));
        return new NewsByMessage(counts);
    }

    int messages() {
        return counts.size();
    }

    ResultReceipt receipt(ResultBatch batch) {
        var added = sum(batch, News::added);
        var changed = sum(batch, News::changed);
        return new ResultReceipt(added, changed, batch.results() - added - changed);
    }

    private int sum(ResultBatch batch, ToIntFunction<News> count) {
        return batch.messages()
                .stream()
                .map(message -> counts.getOrDefault(message.id(), NONE))
                .mapToInt(count)
                .sum();
    }
}
