package io.tocsin.notifier.email;

import java.time.Instant;
import java.util.List;

/**
 * What one mail must tell.
 *
 * @param payloads the notifications as JSON, in the order in which they came
 * @param held whether some were held back for this mail, which is a digest then
 * @param first when the first was accepted
 * @param last when the last was accepted
 */
record Content(List<String> payloads, boolean held, Instant first, Instant last) {}
