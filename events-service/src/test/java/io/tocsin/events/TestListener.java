package io.tocsin.events;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A client of the live feed, which takes all it is sent and remembers its place as EventSource does. */
public final class TestListener implements AutoCloseable {

    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** One event of the stream; {@code name} is null for events of the feed, {@code data} for what moves only the place. */
    public record Heard(String id, String name, String data) {}

    private final HttpResponse<InputStream> response;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private volatile String lastId;
    private volatile boolean ended;

    private TestListener(HttpResponse<InputStream> response) {
        this.response = response;
        if (response.statusCode() == 200) {
            var reader = new Thread(this::read, "listener");
            reader.setDaemon(true);
            reader.start();
        }
    }

    /** @param parameters names and values, in turn */
    public static TestListener open(URI service, String key, String lastEventId, String... parameters) {
        try {
            var request = HttpRequest.newBuilder(URI.create(service + "/events/stream" + query(parameters)))
                    .header("Authorization", "Bearer " + key);
            if (lastEventId != null) {
                request.header("Last-Event-ID", lastEventId);
            }
            return new TestListener(CLIENT.send(request.build(), BodyHandlers.ofInputStream()));
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String query(String... parameters) {
        return Stream.iterate(0, at -> at < parameters.length, at -> at + 2)
                .map(at -> parameters[at] + "=" + URLEncoder.encode(parameters[at + 1], StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            String name = null;
            String data = null;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id: ")) {
                    lastId = line.substring("id: ".length());
                } else if (line.startsWith("event: ")) {
                    name = line.substring("event: ".length());
                } else if (line.startsWith("data: ")) {
                    data = line.substring("data: ".length());
                } else if (line.isEmpty()) {
                    heard.add(new Heard(lastId, name, data));
                    name = null;
                    data = null;
                }
            }
        } catch (IOException e) {
            // the connection was cut, by whichever side
        }
        ended = true;
    }

    public int status() {
        return response.statusCode();
    }

    public HttpResponse<InputStream> response() {
        return response;
    }

    /** Everything, also what a program would not be shown. */
    public List<Heard> heard() {
        return heard;
    }

    /** The data of the feed's events. */
    public List<String> events() {
        return heard.stream().filter(one -> one.name() == null && one.data() != null).map(Heard::data).toList();
    }

    /** The titles of the feed's events. */
    public List<String> titles() {
        return events().stream().map(data -> data.replaceFirst(".*\"title\":\"([^\"]*)\".*", "$1")).toList();
    }

    /** The place to come back with; null before the first. */
    public String lastId() {
        return lastId;
    }

    public boolean isEnded() { return ended; }

    @Override
    public void close() {
        try {
            response.body().close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
