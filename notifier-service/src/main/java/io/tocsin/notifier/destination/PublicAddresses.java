package io.tocsin.notifier.destination;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses are for everybody, by IANA's registries of special-purpose addresses (RFC 6890). Of IPv6 only the global unicast
 * block is, less what in it is special; forms which hold an IPv4 address are judged by that.
 */
final class PublicAddresses {

    private static final List<Block> SPECIAL_4 = blocks("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8",
            "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
            "224.0.0.0/4", "240.0.0.0/4",
            // Azure's host, which answers from inside its machines only
            "168.63.129.16");

    private static final Block GLOBAL_6 = Block.of("2000::/3");
    private static final List<Block> SPECIAL_6 = blocks("2001::/23", "2001:db8::/32", "2620:4f:8000::/48", "3fff::/20");

    private static final Block SIX_TO_FOUR = Block.of("2002::/16");
    private static final Block TRANSLATED = Block.of("64:ff9b::/96");
    private static final List<Block> MAPPED = blocks("::ffff:0:0/96", "::/96");

    private PublicAddresses() {}

    static boolean contain(InetAddress address) {
        if (address instanceof Inet4Address) {
            return none(SPECIAL_4, address);
        }
        var bytes = address.getAddress();
        if (SIX_TO_FOUR.contains(address)) {
            return contain(Block.embedded(bytes, 2));
        }
        return TRANSLATED.contains(address)
                ? contain(Block.embedded(bytes, 12))
                : GLOBAL_6.contains(address) && none(SPECIAL_6, address);
    }

    /** The IPv4 address which an IPv6 address is only another spelling of, else the address itself. */
    static InetAddress plain(InetAddress address) {
        return MAPPED.stream().anyMatch(block -> block.contains(address)) && !address.isLoopbackAddress()
                && !address.isAnyLocalAddress() ? Block.embedded(address.getAddress(), 12) : address;
    }

    private static boolean none(List<Block> blocks, InetAddress address) {
        return blocks.stream().noneMatch(block -> block.contains(address));
    }

    private static List<Block> blocks(String... texts) {
        return Stream.of(texts).map(Block::of).toList();
    }
}
