package io.tocsin.audit.trail;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.audit.chain.Position;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

@ApplicationScoped
class UserEventStore {

    private static final String INSERT = """
            insert into user_event (organization, number, id, account_group, date, person, recorded_at, content, personal)
            select * from unnest($1::text[], $2::bigint[], $3::uuid[], $4::text[], $5::timestamptz[], $6::uuid[],
                                 $7::timestamptz[], $8::text[], $9::text[])
            """;

    private static final String COLUMNS = "select organization, number, id, date, content, personal from user_event ";

    private static final String VISIBLE = COLUMNS + """
             where organization = $1
               and account_group = any($2)
               and ($3::uuid is null or person = $3)
               and date >= coalesce($4::timestamptz, '-infinity')
               and date <= coalesce($5::timestamptz, 'infinity')
            """;

    private static final String NEWEST = VISIBLE + """
             order by date desc, id desc
             limit $6
            """;

    private static final String OLDER = VISIBLE + """
               and (date, id) < ($7, $8)
             order by date desc, id desc
             limit $6
            """;

    private static final String NEWER = VISIBLE + """
               and (date, id) > ($7, $8)
             order by date, id
             limit $6
            """;

    private static final String RANGE = COLUMNS + "where organization = $1 and number between $2 and $3 order by number";

    private static final String BY_ID = COLUMNS + "where organization = $1 and id = $2";

    private final Pool pool;
    private final EntryReader reader;

    UserEventStore(Pool pool, EntryReader reader) {
        this.pool = pool;
        this.reader = reader;
    }

    /** Each organization's entries in the order of its link, which is there. */
    Uni<Void> insert(SqlConnection transaction, Map<String, List<Entry>> entries, Map<String, Position> links) {
        var rows = entries.values().stream().flatMap(List::stream).toList();
        var numbers = entries.entrySet()
                .stream()
                .flatMap(of -> java.util.stream.LongStream.range(0, of.getValue().size())
                        .mapToObj(at -> links.get(of.getKey()).firstEntry() + at))
                .toArray(Long[]::new);
        return transaction.preparedQuery(INSERT)
                .execute(Tuple.tuple()
                        .addArrayOfString(texts(rows, Entry::organization))
                        .addArrayOfLong(numbers)
                        .addArrayOfUUID(rows.stream().map(Entry::id).toArray(UUID[]::new))
                        .addArrayOfString(texts(rows, Entry::accountGroup))
                        .addArrayOfOffsetDateTime(times(rows, Entry::date))
                        .addArrayOfUUID(rows.stream().map(Entry::person).toArray(UUID[]::new))
                        .addArrayOfOffsetDateTime(times(rows, row -> links.get(row.organization()).committedAt()))
                        .addArrayOfString(texts(rows, Entry::content))
                        .addArrayOfString(texts(rows, Entry::personal)))
                .replaceWithVoid();
    }

    /** In the direction of the query, away from its place; one more than its page holds when there are more. */
    Uni<List<StoredEntry>> find(ActivityQuery query, UUID person) {
        return pool.preparedQuery(sql(query))
                .execute(parameters(query, person))
                .map(reader::stored);
    }

    Uni<List<StoredEntry>> range(String organization, long first, long last) {
        return pool.preparedQuery(RANGE).execute(Tuple.of(organization, first, last)).map(reader::stored);
    }

    Uni<List<StoredEntry>> find(String organization, UUID id) {
        return pool.preparedQuery(BY_ID).execute(Tuple.of(organization, id)).map(reader::stored);
    }

    private static String sql(ActivityQuery query) {
        if (query.place().isEmpty()) {
            return NEWEST;
        }
        return query.looksNewer() ? NEWER : OLDER;
    }

    private static Tuple parameters(ActivityQuery query, UUID person) {
        var parameters = Tuple.tuple()
                .addString(query.organization())
                .addArrayOfString(query.accountGroups().toArray(String[]::new))
                .addUUID(person)
                .addOffsetDateTime(utc(query.from()))
                .addOffsetDateTime(utc(query.to()))
                .addInteger(query.size() + 1);
        query.place().ifPresent(place -> parameters.addOffsetDateTime(utc(place.date())).addUUID(place.id()));
        return parameters;
    }

    private static String[] texts(List<Entry> rows, Function<Entry, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private static OffsetDateTime[] times(List<Entry> rows, Function<Entry, Instant> column) {
        return rows.stream().map(column).map(UserEventStore::utc).toArray(OffsetDateTime[]::new);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
