package io.tocsin.notifier.destination;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;

import io.netty.util.NetUtil;

/** A block of addresses in CIDR form; of one address when it has no prefix. IPv4 and IPv6 are never in each other's blocks. */
record Block(BigInteger network, int length, int prefix) {

    static Block of(String text) {
        var parts = text.strip().split("/", 2);
        var bytes = NetUtil.createByteArrayFromIpAddressString(parts[0]);
        if (bytes == null) {
            throw new IllegalArgumentException("'" + text + "' is neither an IP address nor a block such as 10.0.0.0/8");
        }
        var length = bytes.length * Byte.SIZE;
        var prefix = parts.length == 1 ? length : Integer.parseInt(parts[1]);
        if (prefix < 0 || prefix > length) {
            throw new IllegalArgumentException("'" + text + "' has a prefix out of range");
        }
        return new Block(head(bytes, prefix), length, prefix);
    }

    boolean contains(InetAddress address) {
        var bytes = address.getAddress();
        return bytes.length * Byte.SIZE == length && head(bytes, prefix).equals(network);
    }

    private static BigInteger head(byte[] bytes, int prefix) {
        return new BigInteger(1, bytes).shiftRight(bytes.length * Byte.SIZE - prefix);
    }

    /** The IPv4 address in these four bytes. */
    static InetAddress embedded(byte[] bytes, int offset) {
        try {
            return InetAddress.getByAddress(new byte[]{ bytes[offset], bytes[offset + 1], bytes[offset + 2], bytes[offset
                    + 3] });
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
