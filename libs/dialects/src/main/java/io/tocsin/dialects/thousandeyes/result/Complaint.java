package io.tocsin.dialects.thousandeyes.result;

/** @param field where it stands: {@code [0].results[3].roundId}; @param message what must be there, for the sender */
public record Complaint(String field, String message) {}
