package io.tocsin.e2e.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import io.tocsin.local.key.ApiKey;
import io.vertx.core.json.JsonObject;

/** Listens to the live feed as browsers do: whatever ends a connection, it comes back with the last id it saw. */
public final class Listener implements AutoCloseable {

    private static final int OK = 200;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpRequest.Builder request;
    private final List<String> titles = new CopyOnWriteArrayList<>();
    private final List<String> notices = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final Thread thread = new Thread(this::listen, "listener");
    private volatile InputStream body;
    private volatile boolean closed;
    private String lastId;
    private long pauseMs = 100;

    private Listener(URI url, ApiKey key, String query) {
        request = HttpRequest.newBuilder(url.resolve("/events/stream?query=" + query))
                .header("Authorization", "Bearer " + key.value());
    }

    static Listener start(URI url, ApiKey key, String query) {
        var listener = new Listener(url, key, query);
        listener.thread.start();
        return listener;
    }

    /** The titles of all events heard, in order; twice when heard twice. */
    public List<String> titles() {
        return List.copyOf(titles);
    }

    /** What it was told besides events: {@code shutdown}, {@code gap}. */
    public List<String> notices() {
        return List.copyOf(notices);
    }

    /** How often it was let in. */
    public int connections() {
        return connections.get();
    }

    @Override
    public void close() {
        closed = true;
        try {
            if (body != null) {
                body.close();
            }
            thread.interrupt();
            thread.join();
        } catch (IOException e) {
            throw new AssertionError("the feed cannot be left", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() {
        while (!closed) {
            try {
                connect();
                Thread.sleep(pauseMs); // as the feed wishes it
            } catch (IOException e) {
                continue; // the connection broke
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void connect() throws IOException, InterruptedException {
        var call = request.copy();
        if (lastId != null) {
            call.header("Last-Event-ID", lastId);
        }
        var answer = client.send(call.build(), BodyHandlers.ofInputStream());
        body = answer.body();
        try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            if (answer.statusCode() == OK) {
                connections.incrementAndGet();
                read(lines);
            }
        }
    }

    private void read(BufferedReader lines) throws IOException {
        String name = null;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            var value = line.substring(line.indexOf(':') + 1).strip();
            if (line.startsWith("id:")) {
                lastId = value;
            } else if (line.startsWith("retry:")) {
                pauseMs = Long.parseLong(value);
            } else if (line.startsWith("event:")) {
                name = value;
            } else if (line.startsWith("data:")) {
                hear(name, value);
                name = null;
            }
        }
    }

    private void hear(String name, String data) {
        if (name == null) {
            titles.add(new JsonObject(data).getString("title"));
        } else {
            notices.add(name);
        }
    }
}
