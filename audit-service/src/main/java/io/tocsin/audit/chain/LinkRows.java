package io.tocsin.audit.chain;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;

import io.tocsin.proof.Link;
import io.tocsin.proof.merkle.Hash;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

/** Links and nodes as columns, and back. */
final class LinkRows {

    private LinkRows() {}

    static Link toLink(Row row) {
        var previous = row.getBuffer("previous");
        return new Link(row.getString("organization"), row.getLong("number"), previous == null ? null : hash(previous),
                hash(row.getBuffer("root")), row.getLong("first_entry"), row.getLong("entries"),
                row.getOffsetDateTime("committed_at").toInstant());
    }

    private static Hash hash(io.vertx.mutiny.core.buffer.Buffer bytes) {
        return Hash.of(bytes.getBytes());
    }

    private static Buffer bytes(Hash hash) {
        return hash == null ? null : Buffer.buffer(hash.bytes());
    }

    static Tuple of(List<Link> links, List<Node> nodes) {
        return Tuple.tuple()
                .addArrayOfString(texts(links, Link::organization))
                .addArrayOfLong(numbers(links, Link::number))
                .addValue(bytes(links, Link::previous))
                .addValue(bytes(links, Link::root))
                .addArrayOfLong(numbers(links, Link::firstEntry))
                .addArrayOfLong(numbers(links, Link::entries))
                .addArrayOfOffsetDateTime(links.stream()
                        .map(link -> link.committedAt().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new))
                .addArrayOfString(texts(nodes, Node::organization))
                .addArrayOfShort(nodes.stream().map(node -> (short) node.place().level()).toArray(Short[]::new))
                .addArrayOfLong(numbers(nodes, node -> node.place().number()))
                .addValue(bytes(nodes, Node::hash));
    }

    private static <T> String[] texts(List<T> rows, Function<T, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private static <T> Long[] numbers(List<T> rows, Function<T, Long> column) {
        return rows.stream().map(column).toArray(Long[]::new);
    }

    private static <T> Buffer[] bytes(List<T> rows, Function<T, Hash> column) {
        return rows.stream().map(column).map(LinkRows::bytes).toArray(Buffer[]::new);
    }
}
