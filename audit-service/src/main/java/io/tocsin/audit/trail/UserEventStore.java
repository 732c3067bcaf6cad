package io.tocsin.audit.trail;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.model.message.UserEvent;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

@ApplicationScoped
class UserEventStore {

    private static final String INSERT_ONCE = """
            insert into user_event (id, organization, account_group, account_group_name, date, event,
                                    user_id, user_name, user_email, ip_address, resources)
            select id, organization, account_group, account_group_name, date, event,
                   user_id, user_name, user_email, ip_address, resources::jsonb
              from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::text[],
                          $7::text[], $8::text[], $9::text[], $10::text[], $11::text[])
                as e(id, organization, account_group, account_group_name, date, event,
                     user_id, user_name, user_email, ip_address, resources)
                on conflict (id) do nothing
            """;

    private static final String VISIBLE = """
            select id, organization, account_group, account_group_name, date, event,
                   user_id, user_name, user_email, ip_address, resources::text as resources
              from user_event
             where organization = $1
               and account_group = any($2)
               and ($3::text is null or user_id = $3)
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

    private final Pool pool;
    private final UserEventRows rows;

    UserEventStore(Pool pool, UserEventRows rows) {
        this.pool = pool;
        this.rows = rows;
    }

    /** Returns how many of them are new. */
    Uni<Integer> insertOnce(SqlConnection transaction, List<UserEvent> events) {
        return transaction.preparedQuery(INSERT_ONCE)
                .execute(rows.toColumns(events))
                .map(RowSet::rowCount);
    }

    /** In the direction of the query, away from its place; one more than its page holds when there are more. */
    Uni<List<UserEvent>> find(ActivityQuery query) {
        return pool.preparedQuery(sql(query))
                .execute(parameters(query))
                .map(rows::toEvents);
    }

    private static String sql(ActivityQuery query) {
        if (query.place().isEmpty()) {
            return NEWEST;
        }
        return query.looksNewer() ? NEWER : OLDER;
    }

    private static Tuple parameters(ActivityQuery query) {
        var parameters = Tuple.tuple()
                .addString(query.organization())
                .addArrayOfString(query.accountGroups().toArray(String[]::new))
                .addString(query.ofUser())
                .addOffsetDateTime(utc(query.from()))
                .addOffsetDateTime(utc(query.to()))
                .addInteger(query.size() + 1);
        query.place().ifPresent(place -> parameters.addOffsetDateTime(utc(place.date())).addUUID(place.id()));
        return parameters;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
