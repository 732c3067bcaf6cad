/**
 * The whole system under load: how many events per second it stores, next to what its PostgreSQL can do, and how long an event
 * takes to become a mail.
 */
package io.tocsin.benchmarks.load;
