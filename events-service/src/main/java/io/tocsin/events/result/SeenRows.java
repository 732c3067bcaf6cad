package io.tocsin.events.result;

import io.tocsin.model.result.ResultSource;
import io.tocsin.model.result.TestRef;
import io.tocsin.model.result.TestType;
import io.vertx.mutiny.sqlclient.Row;

/** Tests and sources in rows, as they were described last. One which never was has nothing but its id. */
public final class SeenRows {

    private SeenRows() {}

    /** Of {@code test_id, test_name, test_type, interval_s, server_id, server}. */
    public static TestRef test(Row row) {
        var type = row.getString("test_type");
        return new TestRef(row.getString("test_id"), row.getString("test_name"),
                type == null ? TestType.AGENT_TO_SERVER : TestType.valueOf(type), row.getInteger("interval_s"),
                row.getString("server_id"), row.getString("server"));
    }

    /** Of {@code source_id, source_name, source_kind, source_type, location, country_id, network}. */
    public static ResultSource source(Row row) {
        var kind = row.getString("source_kind");
        return new ResultSource(row.getString("source_id"), row.getString("source_name"),
                kind == null ? ResultSource.Kind.AGENT : ResultSource.Kind.valueOf(kind), row.getString("source_type"),
                row.getString("location"), row.getString("country_id"), row.getString("network"));
    }
}
