package io.tocsin.http.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import io.quarkus.runtime.configuration.ConfigurationException;

/** A block of addresses in CIDR form, or a single address. */
final class AddressBlock {

    private final IpSubnetFilterRule rule;

    private AddressBlock(IpSubnetFilterRule rule) {
        this.rule = rule;
    }

    static AddressBlock parse(String text) {
        try {
            var parts = text.strip().split("/", 2);
            var address = bytes(parts[0]);
            var prefix = parts.length == 1 ? address.length * Byte.SIZE : Integer.parseInt(parts[1]);
            return new AddressBlock(
                    new IpSubnetFilterRule(InetAddress.getByAddress(address), prefix, IpFilterRuleType.ACCEPT));
        } catch (IllegalArgumentException | UnknownHostException e) {
            throw new ConfigurationException("tocsin.http.trusted-proxies: '" + text
                    + "' is neither an IP address nor a block such as 10.0.0.0/8");
        }
    }

    boolean contains(String address) {
        try {
            return rule.matches(new InetSocketAddress(InetAddress.getByAddress(bytes(address)), 0));
        } catch (IllegalArgumentException | UnknownHostException e) {
            return false;
        }
    }

    /** Without asking a name server. */
    private static byte[] bytes(String address) {
        var bytes = NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null) {
            throw new IllegalArgumentException(address);
        }
        return bytes;
    }
}
