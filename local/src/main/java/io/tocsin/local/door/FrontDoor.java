package io.tocsin.local.door;

import java.net.BindException;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.tocsin.local.process.CannotStart;
import io.tocsin.local.service.Service;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;

/** The one address which clients know. It listens on the loopback address, from the first moment on. */
public final class FrontDoor implements AutoCloseable {

    static final String CONNECTED = "connected";

    private static final int MAX_CONNECTIONS = 512;
    private static final int MAX_LINE = 16 << 10;

    private final Vertx vertx;
    private final HttpClient client;
    private final Map<Service, HttpProxy> proxies = new EnumMap<>(Service.class);
    private final Map<Service, Replicas> replicas = new EnumMap<>(Service.class);
    private final WelcomePage welcome;
    private HttpServer server;

    public FrontDoor(Vertx vertx, WelcomePage welcome) {
        this.vertx = vertx;
        this.welcome = welcome;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(MAX_CONNECTIONS)
                .setKeepAliveTimeout(30)
                .setConnectTimeout(2_000));
    }

    /** Behind this door from now on; a service without replicas is answered with 503. */
    public FrontDoor route(Service service, List<URI> urls) {
        var balanced = new Replicas(client, urls);
        replicas.put(service, balanced);
        proxies.put(service, HttpProxy.reverseProxy(client)
                .addInterceptor(new Forwarding())
                .origin(context -> connected(context, balanced)));
        return this;
    }

    /** Sends this replica nothing new, as an ingress does with one that is about to stop. */
    public void withdraw(URI replica) {
        replicas.values().forEach(balanced -> balanced.withdraw(replica));
    }

    /** Takes it back. */
    public void admit(URI replica) {
        replicas.values().forEach(balanced -> balanced.admit(replica));
    }

    /** @param port 0 for any that is free */
    public FrontDoor listen(int port) {
        server = vertx.createHttpServer(new HttpServerOptions()
                .setMaxInitialLineLength(MAX_LINE)
                .setMaxHeaderSize(MAX_LINE)
                .setHttp2ClearTextEnabled(false))
                .requestHandler(this::serve);
        try {
            server.listen(port, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
        } catch (java.util.concurrent.CompletionException e) {
            throw cannotListen(port, e.getCause());
        }
        return this;
    }

    public URI url() {
        return URI.create("http://localhost:" + server.actualPort());
    }

    @Override
    public void close() {
        if (server != null) {
            server.close().toCompletionStage().toCompletableFuture().join();
        }
        client.close();
    }

    private void serve(HttpServerRequest request) {
        var path = String.valueOf(request.path());
        if (path.equals("/")) {
            welcome.serve(request);
            return;
        }
        Optional.ofNullable(Routes.serviceFor(path).map(proxies::get).orElse(null))
                .ifPresentOrElse(proxy -> proxy.handle(request), () -> notFound(request, path));
    }

    private static Future<HttpClientRequest> connected(ProxyContext context, Replicas replicas) {
        return replicas.next().onSuccess(request -> context.set(CONNECTED, true));
    }

    private static void notFound(HttpServerRequest request, String path) {
        request.response()
                .setStatusCode(404)
                .putHeader("Content-Type", "application/problem+json")
                .end(new JsonObject()
                        .put("title", "Not Found")
                        .put("status", 404)
                        .put("detail", "Nothing is served at " + path + ".")
                        .toBuffer());
    }

    private static CannotStart cannotListen(int port, Throwable cause) {
        return cause instanceof BindException
                ? new CannotStart("Port " + port + " is in use. Stop what listens there, or choose another: ./tocsin up --port "
                        + (port + 1))
                : new CannotStart("Cannot listen on port " + port + " (" + cause.getMessage()
                        + "). Choose another with --port.");
    }
}
