package io.tocsin.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What stands between a service and its tables. */
@ConfigMapping(prefix = "tocsin.database")
public interface DatabaseConfig {

    /**
     * Whether the address of the database is that of PgBouncer in transaction mode. Statements are then prepared for each execution,
     * and settings such as {@code statement_timeout} are not sent: it would refuse the connection.
     */
    @WithDefault("false")
    boolean pooler();

    /**
     * How many characters a statement may have to be prepared once for each connection. A longer one is read and planned anew at each
     * execution, by the values which it then gets: right for one that takes a thousand rows, dear for one that is as quick as its plan.
     */
    @WithDefault("2048")
    int longestPrepared();
}
