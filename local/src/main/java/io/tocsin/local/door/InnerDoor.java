package io.tocsin.local.door;

import java.net.URI;
import java.util.List;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.httpproxy.HttpProxy;

/** The address by which services reach one another, spread over the replicas as a Kubernetes service would. */
public final class InnerDoor implements AutoCloseable {

    private final HttpClient client;
    private final HttpServer server;

    public InnerDoor(Vertx vertx, List<URI> replicas, int port) {
        client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(64).setConnectTimeout(2_000));
        var balanced = new Replicas(client, replicas);
        server = vertx.createHttpServer()
                .requestHandler(HttpProxy.reverseProxy(client).origin(context -> balanced.next()))
                .listen(port, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    @Override
    public void close() {
        server.close();
        client.close();
    }
}
