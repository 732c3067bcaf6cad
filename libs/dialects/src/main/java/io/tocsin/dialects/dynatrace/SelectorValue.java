package io.tocsin.dialects.dynatrace;

/** A value, its quotes taken away and its escapes resolved. */
public record SelectorValue(String text) implements SelectorArgument {}
