package io.tocsin.benchmarks.audit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.tocsin.benchmarks.workbench.Clients;
import io.tocsin.model.TimeOrderedId;

/** Batches of user events as the relays of other services deliver them, each of one organization: those of it meet at one chain. */
record UserEventLoad(URI inbox, String credential, AuditOptions options) {

    private static final String MESSAGE = """
            {"specversion":"1.0","id":"%1$s","source":"alerts-service","type":"io.tocsin.user.event.v1","subject":"benchmark",\
            "time":"%2$s","datacontenttype":"application/json","data":{"id":"%1$s","organization":"%4$s",\
            "accountGroup":{"id":"11","name":"Network"},"date":"%2$s","event":"Alert rule updated.",\
            "user":{"id":"%3$d","name":"User %3$d","email":"user-%3$d@example.com"},"ipAddress":"192.0.2.7",\
            "resources":[{"type":"alertRuleName","name":"Disk full on web-%3$d"}],\
            "change":{"before":{"severity":"minor","minimumSources":1},"after":{"severity":"major","minimumSources":2}}}}""";

    private static final int USERS = 50;

    /** What stands around ids, times and the organization in the messages of each user: to format each message would cost as much as half of taking it in. */
    private static final List<String[]> MESSAGES = IntStream.range(0, USERS)
            .mapToObj(user -> MESSAGE.formatted("|", "|", user, "|").split("\\|"))
            .toList();

    /**
     * User events taken in per second.
     *
     * @param organizations which the clients share; as many as there are clients, if nobody shall wait for another one's chain
     */
    double run(int organizations, Duration duration) throws Exception {
        var deadline = System.nanoTime() + duration.toNanos();
        var client = new AtomicInteger();
        var done = Clients.run(options.clients(),
                () -> sendUntil(deadline, "benchmark-" + client.getAndIncrement() % organizations));
        return done * 1e9 / duration.toNanos();
    }

    private long sendUntil(long deadline, String organization) throws IOException, InterruptedException {
        var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var sent = 0L;
        while (System.nanoTime() < deadline) {
            var answer = client.send(HttpRequest.newBuilder(inbox.resolve("/inbox"))
                    .header("Authorization", "Bearer " + credential)
                    .header("Content-Type", "application/cloudevents-batch+json")
                    .POST(BodyPublishers.ofString(batch(organization)))
                    .build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200 || answer.body().contains("FAILED") || answer.body().contains("REJECTED")) {
                throw new IOException("POST /inbox was answered " + answer.statusCode() + ": " + answer.body());
            }
            sent += options.batch();
        }
        return sent;
    }

    private String batch(String organization) {
        var now = Instant.now();
        var time = now.toString();
        var batch = new StringBuilder();
        for (var number = 0; number < options.batch(); number++) {
            var id = TimeOrderedId.at(now).toString();
            var message = MESSAGES.get(number % USERS);
            batch.append(number == 0 ? '[' : ',')
                    .append(message[0])
                    .append(id)
                    .append(message[1])
                    .append(time)
                    .append(message[2])
                    .append(id)
                    .append(message[3])
                    .append(organization)
                    .append(message[4])
                    .append(time)
                    .append(message[5]);
        }
        return batch.append(']').toString();
    }
}
