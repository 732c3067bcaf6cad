package io.tocsin.notifier.webhook;

import java.net.URI;
import java.util.List;

import io.tocsin.notifier.integration.Header;

/**
 * A call as it is to be made, but for its signature, whose time is that of the attempt.
 *
 * @param headers without those of the signature; a later one replaces an earlier one of its name
 */
record Call(URI uri, List<Header> headers, byte[] body, List<String> signingSecrets) {}
