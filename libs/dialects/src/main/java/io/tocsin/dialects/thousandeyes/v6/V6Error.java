package io.tocsin.dialects.thousandeyes.v6;

/** What went wrong, for the person who made the call; the XML's element is {@code error}. */
public record V6Error(String errorMessage) {}
