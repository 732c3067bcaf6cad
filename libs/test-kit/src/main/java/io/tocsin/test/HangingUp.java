package io.tocsin.test;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Clients which send the beginning of a conversation and hang up without having read an answer. */
public final class HangingUp implements AutoCloseable {

    private final List<Socket> sockets = new ArrayList<>();

    /** Each sends all of this. */
    public HangingUp(URI service, int clients, String request) throws IOException {
        for (int client = 0; client < clients; client++) {
            var socket = new Socket(service.getHost(), service.getPort());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            sockets.add(socket);
        }
    }

    @Override
    public void close() throws IOException {
        for (var socket : sockets) {
            socket.close();
        }
    }
}
