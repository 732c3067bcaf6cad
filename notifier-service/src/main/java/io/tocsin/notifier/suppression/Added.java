package io.tocsin.notifier.suppression;

/** @param isNew false when the list had this entry already, which stays as it was */
public record Added(Suppression entry, boolean isNew) {}
