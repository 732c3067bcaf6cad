/**
 * How a service stands on its PostgreSQL. One role migrates the tables and owns them; the role of the run time, which may be the same,
 * reads and writes rows. Between a service and PostgreSQL there may be a pooler, which gives each transaction some connection: nothing
 * that outlives a transaction (settings, prepared statements, locks, LISTEN) may then be relied on. {@link io.tocsin.database.StoredJson}
 * reads and writes what stands in columns of JSON.
 */
package io.tocsin.database;
