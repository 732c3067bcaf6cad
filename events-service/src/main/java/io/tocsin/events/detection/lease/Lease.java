package io.tocsin.events.detection.lease;

/**
 * The right to judge an organization's results.
 *
 * @param fence rises with each holder: a write which bears an older one is refused
 */
public record Lease(String organization, long fence) {}
