package io.tocsin.notifier.destination;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Asks for the addresses of a host. */
interface Names {

    /** All of them. Blocks. */
    List<InetAddress> addressesOf(String host) throws UnknownHostException;

    /** The machine's own way: its hosts file and name servers. */
    Names OF_THE_MACHINE = host -> List.of(InetAddress.getAllByName(host));
}
