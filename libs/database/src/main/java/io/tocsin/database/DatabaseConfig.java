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
}
