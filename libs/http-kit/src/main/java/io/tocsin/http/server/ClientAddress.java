package io.tocsin.http.server;

import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;

/**
 * From which address a call comes: the peer, or, as long as that is a trusted proxy, whom it names as its own peer. So
 * {@code X-Forwarded-For} is read from its end, where our own proxies write, and not from its beginning, where anybody may have
 * written.
 */
@ApplicationScoped
public class ClientAddress {

    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final List<AddressBlock> trusted;

    ClientAddress(HttpConfig config) {
        trusted = config.trustedProxies().stream().map(AddressBlock::parse).toList();
    }

    /** An IP address; null only when the connection is gone already. */
    public String of(HttpServerRequest call) {
        if (call.remoteAddress() == null) {
            return null;
        }
        var address = call.remoteAddress().hostAddress();
        var claims = claims(call);
        for (var i = claims.size() - 1; i >= 0 && isTrusted(address) && isAddress(claims.get(i)); i--) {
            address = claims.get(i);
        }
        return address;
    }

    private static List<String> claims(HttpServerRequest call) {
        return call.headers()
                .getAll(FORWARDED_FOR)
                .stream()
                .flatMap(header -> Stream.of(header.split(",")))
                .map(String::strip)
                .toList();
    }

    private boolean isTrusted(String address) {
        return trusted.stream().anyMatch(block -> block.contains(address));
    }

    private static boolean isAddress(String text) {
        return NetUtil.isValidIpV4Address(text) || NetUtil.isValidIpV6Address(text);
    }
}
