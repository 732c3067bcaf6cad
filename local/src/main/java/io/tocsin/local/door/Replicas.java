package io.tocsin.local.door;

import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;

/** The replicas of one service, in turn. One that takes no connection is passed over: nothing has been sent to it yet. */
final class Replicas {

    private final HttpClient client;
    private final List<URI> urls;
    private final AtomicInteger turn = new AtomicInteger();

    Replicas(HttpClient client, List<URI> urls) {
        this.client = client;
        this.urls = List.copyOf(urls);
    }

    /** A request to the next replica that takes a connection; fails when none does. */
    Future<HttpClientRequest> next() {
        return connect(Math.floorMod(turn.getAndIncrement(), urls.size()), urls.size());
    }

    private Future<HttpClientRequest> connect(int index, int attempts) {
        var url = urls.get(index);
        var request = client.request(new RequestOptions().setHost(url.getHost()).setPort(url.getPort()));
        return attempts == 1
                ? request
                : request.recover(unreachable -> connect((index + 1) % urls.size(), attempts - 1));
    }
}
