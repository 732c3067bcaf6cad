/** What {@code ./tocsin up} runs: a real PostgreSQL, the four services, a mailbox and one front door, on one machine. */
package io.tocsin.local;
