package io.tocsin.notifier.destination;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;

/**
 * Where a call may go.
 *
 * @param addresses what the host resolved to, each of them allowed: the call goes to one of these, and the name is not asked again
 */
public record Destination(URI uri, int port, List<InetAddress> addresses) {

    public Destination {
        addresses = List.copyOf(addresses);
    }

    public boolean isSecure() { return "https".equalsIgnoreCase(uri.getScheme()); }

    /** Without the brackets of an IPv6 address. */
    public String host() {
        return Destinations.host(uri);
    }
}
