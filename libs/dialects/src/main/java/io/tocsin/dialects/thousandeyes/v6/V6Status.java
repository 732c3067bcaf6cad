package io.tocsin.dialects.thousandeyes.v6;

/** @param timestamp the server's time, milliseconds since 1970; the XML's element is {@code status} */
public record V6Status(long timestamp) {}
