package io.tocsin.notifier.api;

/** @param what the value which the button sends */
public record PageButton(String what, String label) {}
