/** The clock of a service, and the ranges of time that callers ask for. */
package io.tocsin.http.time;
