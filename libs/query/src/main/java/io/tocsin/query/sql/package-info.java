/** Writes a search as a PostgreSQL predicate over the table {@code event}, with every value bound. */
package io.tocsin.query.sql;
