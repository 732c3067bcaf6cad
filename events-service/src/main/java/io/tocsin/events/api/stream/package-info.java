/**
 * The live feed over HTTP, as server-sent events. It is a plain route and no JAX-RS resource: what a thousand listeners hear is written
 * once and sent as the same bytes, the response's own queue says who cannot keep up, and the status is chosen after the database
 * has answered. Quarkus REST would encode each event for each listener, and shows nothing of that queue.
 */
package io.tocsin.events.api.stream;
