package io.tocsin.events.entity;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import io.tocsin.model.Entity;
import io.tocsin.model.Scope;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

@Singleton
class EntityStore {

    /** In the order of ids, so that two calls about the same entities never wait for each other in a circle. */
    private static final String SEE = """
            insert into entity as known (organization, account_group, id, type, name, tags, first_seen_at, last_seen_at)
            select organization, account_group, id, type, name, '{}', seen_at, seen_at
              from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[])
                   as seen(organization, account_group, id, type, name, seen_at)
             order by organization, account_group, id
                on conflict (organization, account_group, id) do update
               set last_seen_at = greatest(known.last_seen_at, excluded.last_seen_at),
                   name = coalesce(known.name, excluded.name)
             where known.last_seen_at < excluded.last_seen_at - interval '1 minute'
                or (known.name is null and excluded.name is not null)
            """;

    private static final String SELECT = """
            select id, type, name, tags, first_seen_at, last_seen_at
              from entity
             where %s
             order by id
             limit %s
            """;

    /** Takes the tags away first, so that one which comes again stands once. */
    private static final String RETAG = """
            update entity
               set tags = array(select tag from unnest(tags) as tag where tag <> all($3::text[])) || $4::text[]
             where organization = $1
               and account_group = $2
               and id = any($5::text[])
            """;

    private static final String FORGET = "delete from entity where last_seen_at < $1";

    private final Pool pool;

    EntityStore(Pool pool) {
        this.pool = pool;
    }

    /** An entity may stand in the list once. */
    Uni<Void> see(List<Sighting> sightings) {
        return pool.preparedQuery(SEE)
                .execute(Tuple.tuple()
                        .addValue(texts(sightings, seen -> seen.scope().organization()))
                        .addValue(texts(sightings, seen -> seen.scope().accountGroup()))
                        .addValue(texts(sightings, seen -> seen.entity().id()))
                        .addValue(texts(sightings, seen -> seen.entity().type()))
                        .addValue(texts(sightings, seen -> seen.entity().name()))
                        .addValue(sightings.stream()
                                .map(seen -> seen.at().atOffset(ZoneOffset.UTC))
                                .toArray(OffsetDateTime[]::new)))
                .replaceWithVoid();
    }

    Uni<List<KnownEntity>> select(Scope scope, EntityFilter filter, int limit) {
        var where = FilterSql.of(scope, filter);
        var sql = SELECT.formatted(where.text(), where.place(limit));
        return pool.preparedQuery(sql)
                .execute(where.parameters())
                .map(EntityStore::entities);
    }

    Uni<Void> retag(SqlConnection transaction, Scope scope, Collection<String> ids, Collection<String> removed,
            Collection<String> added) {
        return transaction.preparedQuery(RETAG)
                .execute(Tuple.tuple()
                        .addValue(scope.organization())
                        .addValue(scope.accountGroup())
                        .addValue(removed.toArray(String[]::new))
                        .addValue(added.toArray(String[]::new))
                        .addValue(ids.stream().sorted().toArray(String[]::new)))
                .replaceWithVoid();
    }

    /** How many were forgotten. */
    Uni<Integer> forgetUnseenSince(Instant instant) {
        return pool.preparedQuery(FORGET)
                .execute(Tuple.of(instant.atOffset(ZoneOffset.UTC)))
                .map(RowSet::rowCount);
    }

    private static String[] texts(List<Sighting> sightings, Function<Sighting, String> part) {
        return sightings.stream().map(part).toArray(String[]::new);
    }

    private static List<KnownEntity> entities(RowSet<Row> rows) {
        return rows.stream().map(EntityStore::entity).toList();
    }

    private static KnownEntity entity(Row row) {
        return new KnownEntity(new Entity(row.getString("id"), row.getString("name"), row.getString("type")),
                List.of(row.getArrayOfStrings("tags")), instant(row, "first_seen_at"), instant(row, "last_seen_at"));
    }

    private static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }
}
