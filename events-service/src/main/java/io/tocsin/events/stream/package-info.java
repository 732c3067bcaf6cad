/**
 * The live feed: everybody who listens hears of each event once, in one order, wherever it was committed.
 *
 * <h2>Order</h2> Ids and times say when an event was made, not when its commit became visible; a reader which remembered the last id
 * would miss events that were committed late. Each row therefore says which transaction recorded it, and a reader looks only at
 * transactions below the oldest one still running ({@code pg_snapshot_xmin}): no row can appear among those any more. A {@link
 * io.tocsin.events.stream.Position} is a place in the order (transaction, id). The price: a writing transaction which stays open
 * anywhere on the server holds everybody back until it ends; {@code tocsin_events_stream_held_back_seconds} shows it.
 *
 * <h2>One reader per replica</h2> {@link io.tocsin.events.stream.Tail} reads what is new once for all listeners of its replica.
 * {@link io.tocsin.events.stream.CatchUp} reads for those who resume, or whose connection could not keep up.
 *
 * <h2>One thread</h2> Everything here happens on one event loop context, so that nothing needs a lock. Nothing blocks it.
 */
package io.tocsin.events.stream;
