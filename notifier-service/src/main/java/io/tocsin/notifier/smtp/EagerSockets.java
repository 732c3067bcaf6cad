package io.tocsin.notifier.smtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

import javax.net.SocketFactory;

/**
 * Sockets which gather what belongs together, without Nagle's algorithm, which the library cannot be asked for: the end of a mail longer
 * than a packet would wait for the server to acknowledge the beginning, and servers take up to 40 ms for that.
 */
final class EagerSockets extends SocketFactory {

    private final WriteGuard guard;

    EagerSockets(WriteGuard guard) {
        this.guard = guard;
    }

    @Override
    public Socket createSocket() throws IOException {
        var socket = new GatheringSocket(guard);
        socket.setTcpNoDelay(true);
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(local, localPort));
    }

    /** @param local null for any */
    private Socket connected(InetSocketAddress server, InetSocketAddress local) throws IOException {
        var socket = createSocket();
        socket.bind(local);
        socket.connect(server);
        return socket;
    }
}
