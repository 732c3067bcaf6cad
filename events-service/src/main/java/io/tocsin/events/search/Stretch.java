package io.tocsin.events.search;

import java.time.Instant;

import io.tocsin.events.search.SelectionSql.Part;

/** A part of a window which one statement reads. Of events which lasted into the window only {@code from} counts. */
record Stretch(Part part, Instant from, Instant until) {}
