package io.tocsin.notifier.webhook;

/**
 * What the other side answered.
 *
 * @param start the first bytes of the body, as UTF-8
 * @param retryAfter the header of that name, null when there was none
 */
record Answer(int status, String reason, String start, String retryAfter) {}
