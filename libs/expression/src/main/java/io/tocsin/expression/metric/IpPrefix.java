package io.tocsin.expression.metric;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A block of IP addresses; a single address is a block of its own.
 *
 * @param bits the address without its last bits, which tell hosts apart
 * @param bytes 4 or 16
 * @param length how many bits name the block
 */
public record IpPrefix(BigInteger bits, int bytes, int length) {

    private static final Pattern V4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.|$)){4}");
    private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    /** {@code 203.0.113.7}, {@code 203.0.113.0/24}, {@code 2001:db8::/32}; empty for null and all else. */
    public static Optional<IpPrefix> parse(String text) {
        if (text == null) {
            return Optional.empty();
        }
        var slash = text.indexOf('/');
        var address = slash < 0 ? text : text.substring(0, slash);
        return bytesOf(address).flatMap(bytes -> of(bytes, slash < 0 ? "" + bytes.length * 8 : text.substring(slash + 1)));
    }

    private static Optional<IpPrefix> of(byte[] address, String length) {
        var width = address.length * 8;
        if (!length.matches("\\d{1,3}") || Integer.parseInt(length) > width) {
            return Optional.empty();
        }
        var bits = Integer.parseInt(length);
        return Optional.of(new IpPrefix(new BigInteger(1, address).shiftRight(width - bits), address.length, bits));
    }

    /** Only literals, so that no name server is ever asked. */
    private static Optional<byte[]> bytesOf(String address) {
        if (!V4.matcher(address).matches() && !V6.matcher(address).matches() || address.endsWith(".")) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(address).getAddress());
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** Whether the other block is this one or lies in it. */
    public boolean contains(IpPrefix other) {
        return bytes == other.bytes
                && length <= other.length
                && other.bits.shiftRight(other.length - length).equals(bits);
    }
}
