package io.tocsin.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Free ports on the loopback address. */
public final class Ports {

    /**
     * Below the range from which systems take the ports of outgoing connections (32768 and up): there, a port that is free now
     * may belong to somebody's connection when a killed process wants it back.
     */
    private static final int FIRST = 20_000;
    private static final int COUNT = 10_000;
    private static final int ATTEMPTS = 100;

    private Ports() {}

    public static int free() {
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var port = FIRST + ThreadLocalRandom.current().nextInt(COUNT);
            if (isFree(port)) {
                return port;
            }
        }
        throw new CannotStart("No free port between " + FIRST + " and " + (FIRST + COUNT) + " on 127.0.0.1.");
    }

    /** This one if nobody listens there, else any other. */
    public static int preferably(int port) {
        return isFree(port) ? port : free();
    }

    public static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
