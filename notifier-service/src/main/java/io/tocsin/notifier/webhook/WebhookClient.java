package io.tocsin.notifier.webhook;

import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.quarkus.tls.runtime.config.TlsConfigUtils;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.tocsin.notifier.destination.Destination;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;

/**
 * Makes calls to addresses that were checked. The connection goes to the address and to nothing else, while the certificate and the
 * header {@code Host} are the host's; no redirect is followed, nothing is decompressed, and of an answer the first bytes are read.
 */
@ApplicationScoped
class WebhookClient {

    private final HttpClient client;
    private final Duration timeout;

    @Inject
    WebhookClient(Vertx vertx, WebhookConfig config, TlsConfigurationRegistry tls) {
        this(vertx, config, trusting(config, tls));
    }

    /** @param trust whom to believe that they are who they say */
    WebhookClient(Vertx vertx, WebhookConfig config, HttpClientOptions trust) {
        var options = trust
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setIdleTimeout((int) config.callTimeout().plusSeconds(5).toMillis())
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setKeepAliveTimeout(15)
                .setDecompressionSupported(false);
        client = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(config.connections()));
        timeout = config.callTimeout();
    }

    private static HttpClientOptions trusting(WebhookConfig config, TlsConfigurationRegistry tls) {
        var options = new HttpClientOptions();
        config.tlsConfigurationName()
                .map(name -> TlsConfiguration.from(tls, config.tlsConfigurationName()).orElseThrow())
                .ifPresent(configuration -> TlsConfigUtils.configure(options, configuration));
        return options;
    }

    /** Fails when no whole answer came in time. */
    Uni<Answer> post(Destination destination, InetAddress address, MultiMap headers, byte[] body) {
        return Uni.createFrom()
                .<Answer>emitter(emitter -> start(options(destination, address, headers), Buffer.buffer(body), emitter))
                .ifNoItem()
                .after(timeout)
                .fail();
    }

    private void start(RequestOptions options, Buffer body, UniEmitter<? super Answer> emitter) {
        client.request(options)
                .onFailure(emitter::fail)
                .onSuccess(request -> new Exchange(request, emitter).run(body));
    }

    private static RequestOptions options(Destination destination, InetAddress address, MultiMap headers) {
        var uri = destination.uri();
        var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(destination.port(), literal(address)))
                .setHost(destination.host())
                .setPort(destination.port())
                .setSsl(destination.isSecure())
                .setURI(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery())
                .setFollowRedirects(false)
                .setHeaders(headers.set(HttpHeaders.HOST, uri.getRawAuthority()));
    }

    /** Without the name that it was asked by, so that nobody asks for it again. */
    private static String literal(InetAddress address) {
        return address.getHostAddress().split("%", 2)[0];
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
