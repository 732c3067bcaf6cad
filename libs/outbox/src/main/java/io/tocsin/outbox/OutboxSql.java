package io.tocsin.outbox;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/**
 * The insert into the outbox as text, for writers who embed it in a statement of their own. All forms set the same
 * columns, in the order of {@link #COLUMNS}; every other column has a default.
 */
public final class OutboxSql {

    /**
     * {@code id uuid, destination text, type text, subject text, lane smallint, data text, trace_parent text,
     * created_at timestamptz}.
     */
    public static final String COLUMNS = "id, destination, type, subject, lane, data, trace_parent, created_at";

    /** One row with positional parameters of the PostgreSQL client; the lane is {@link Outbox#laneOf(String)}. */
    public static final String INSERT = """
            insert into outbox (id, destination, type, subject, lane, data, trace_parent, created_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            """;

    /** One row with named parameters, for a native query of Hibernate Reactive: {@code :id :destination :type ...}. */
    public static final String INSERT_NAMED = """
            insert into outbox (id, destination, type, subject, lane, data, trace_parent, created_at)
            values (:id, :destination, :type, :subject, :lane, :data, :traceParent, :createdAt)
            """;

    /** Many rows from eight arrays of one length, in their order: one statement, whatever their number. */
    public static final String INSERT_MANY = """
            insert into outbox (id, destination, type, subject, lane, data, trace_parent, created_at)
            select id, destination, type, subject, lane, data, trace_parent, created_at
              from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::smallint[], $6::text[], $7::text[],
                          $8::timestamptz[])
                   with ordinality m(id, destination, type, subject, lane, data, trace_parent, created_at, position)
             order by position
            """;

    private OutboxSql() {}

    /** The parameters of {@link #INSERT_NAMED}. */
    public static Map<String, Object> named(OutgoingMessage message) {
        var parameters = new HashMap<String, Object>();
        parameters.put("id", message.id());
        parameters.put("destination", message.destination());
        parameters.put("type", message.type());
        parameters.put("subject", message.subject());
        parameters.put("lane", message.lane());
        parameters.put("data", message.data());
        parameters.put("traceParent", message.traceParent());
        parameters.put("createdAt", message.createdAt().atOffset(ZoneOffset.UTC));
        return parameters;
    }
}
