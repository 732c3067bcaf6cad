package io.tocsin.events.stream;

import java.util.List;

/**
 * What one read found.
 *
 * @param until where the next read goes on: everything up to here was looked at
 * @param horizon before what nothing new can appear, at the time of the read
 * @param full whether there may be more to read at once
 */
record FeedPage(List<FeedEvent> events, Position until, Position horizon, boolean full) {}
