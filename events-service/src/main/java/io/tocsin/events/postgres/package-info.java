/** What the features of this service need to know about PostgreSQL beyond their SQL. */
package io.tocsin.events.postgres;
