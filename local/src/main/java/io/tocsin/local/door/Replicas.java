package io.tocsin.local.door;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;

/** The replicas of one service, in turn. One that takes no connection is passed over: nothing has been sent to it yet. */
final class Replicas {

    private final HttpClient client;
    private final List<URI> urls;
    private final Set<URI> withdrawn = ConcurrentHashMap.newKeySet();
    private final AtomicInteger turn = new AtomicInteger();

    Replicas(HttpClient client, List<URI> urls) {
        this.client = client;
        this.urls = List.copyOf(urls);
    }

    /** A request to the next replica that takes a connection; fails when none does. */
    Future<HttpClientRequest> next() {
        var serving = urls.stream().filter(url -> !withdrawn.contains(url)).toList();
        return serving.isEmpty()
                ? Future.failedFuture("every replica was withdrawn")
                : connect(serving, Math.floorMod(turn.getAndIncrement(), serving.size()), serving.size());
    }

    /** Nothing new is sent there; what is under way goes on. */
    void withdraw(URI url) {
        withdrawn.add(url);
    }

    void admit(URI url) {
        withdrawn.remove(url);
    }

    private Future<HttpClientRequest> connect(List<URI> serving, int index, int attempts) {
        var url = serving.get(index);
        var request = client.request(new RequestOptions().setHost(url.getHost()).setPort(url.getPort()));
        return attempts == 1
                ? request
                : request.recover(unreachable -> connect(serving, (index + 1) % serving.size(), attempts - 1));
    }
}
