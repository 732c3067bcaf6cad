package io.tocsin.notifier.destination;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.netty.util.NetUtil;

/** Decides where webhooks may go: once when a URL is saved, by how it is written, and before each call, by what its host resolves to. */
@Singleton
public class Destinations {

    private static final int LONGEST = 2_000;

    private final List<Block> allowed;
    private final Ports ports;
    private final boolean onlyHttps;
    private final Names names;

    @Inject
    Destinations(DestinationConfig config) {
        this(config, Names.OF_THE_MACHINE);
    }

    Destinations(DestinationConfig config, Names names) {
        this.allowed = config.allow().orElse(List.of()).stream().map(Block::of).toList();
        this.ports = Ports.of(config.ports());
        this.onlyHttps = config.onlyHttps();
        this.names = names;
    }

    /** The URL as it is written, without asking a name server. */
    public URI check(String url) throws Forbidden {
        var uri = parse(url);
        var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase();
        if (!scheme.equals("https") && (onlyHttps || !scheme.equals("http"))) {
            throw new Forbidden(onlyHttps ? "must begin with https://" : "must begin with https:// or http://");
        }
        if (uri.getHost() == null) {
            throw new Forbidden("must name a host");
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw new Forbidden("must have neither a user nor a fragment; a login belongs to authentication");
        }
        if (!ports.contain(port(uri))) {
            throw new Forbidden("webhooks may not go to port " + port(uri) + " (tocsin.notifier.webhook.destinations.ports)");
        }
        checkLiteral(host(uri));
        return uri;
    }

    /** The URL with the addresses of its host, every one of which is allowed. Asks name servers: blocks. */
    public Destination resolve(URI uri) throws Forbidden, Unresolved {
        var checked = check(uri.toString());
        try {
            var addresses = names.addressesOf(host(checked)).stream().map(PublicAddresses::plain).toList();
            if (addresses.isEmpty()) {
                throw new Unresolved(host(checked));
            }
            for (var address : addresses) {
                check(address);
            }
            return new Destination(checked, port(checked), addresses);
        } catch (UnknownHostException e) {
            throw new Unresolved(host(checked));
        }
    }

    private void checkLiteral(String host) throws Forbidden {
        var bytes = NetUtil.createByteArrayFromIpAddressString(host);
        if (bytes != null) {
            try {
                check(PublicAddresses.plain(InetAddress.getByAddress(bytes)));
            } catch (UnknownHostException e) {
                throw new Forbidden("must name a host");
            }
        }
    }

    /** One bad address is enough: the next look-up could give it as the first. */
    private void check(InetAddress address) throws Forbidden {
        if (!PublicAddresses.contain(address) && allowed.stream().noneMatch(block -> block.contains(address))) {
            throw new Forbidden("the host has an address which is private, local or reserved; whoever runs Tocsin may allow it"
                    + " (tocsin.notifier.webhook.destinations.allow)");
        }
    }

    private static URI parse(String url) throws Forbidden {
        if (url.length() > LONGEST) {
            throw new Forbidden("must have at most " + LONGEST + " characters");
        }
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw new Forbidden("is no URL: " + e.getReason() + (e.getIndex() < 0
                    ? ""
                    : " at character " + (e.getIndex() + 1)));
        }
    }

    private static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }

    static String host(URI uri) {
        var host = uri.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
