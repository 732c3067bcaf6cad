package io.tocsin.audit.head;

import java.util.List;

import io.tocsin.proof.merkle.Hash;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;

/** Rows of {@code signed_head}. */
final class HeadRows {

    private HeadRows() {}

    static List<SignedHead> heads(RowSet<Row> rows) {
        return rows.stream()
                .map(row -> new SignedHead(row.getString("organization"), row.getLong("size"), row.getLong("entries"),
                        Hash.of(row.getBuffer("root").getBytes()), row.getOffsetDateTime("signed_at").toInstant(),
                        row.getString("key_id"), row.getString("note")))
                .toList();
    }
}
