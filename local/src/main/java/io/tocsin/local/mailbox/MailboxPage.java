package io.tocsin.local.mailbox;

import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.regex.Pattern;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.SocketAddress;

/** Serves the page and the JSON that it and scripts read. */
final class MailboxPage {

    private static final Map<String, String> FILES = Map.of(
            "/", "text/html; charset=utf-8",
            "/mailbox.css", "text/css; charset=utf-8",
            "/mailbox.js", "text/javascript; charset=utf-8");
    private static final Pattern MESSAGE = Pattern.compile("/api/messages/(\\d{1,18})(/html|/raw)?");
    private static final String JSON = "application/json";
    /** The page itself loads nothing from elsewhere. */
    private static final String PAGE_POLICY = "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'";
    /** A mail runs no script and sends no form; its links open outside of the frame. */
    private static final String MAIL_POLICY = "sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox; default-src 'none';"
            + " img-src data: http: https:; style-src 'unsafe-inline'";
    private static final String LINKS_OUTSIDE = "<base target=\"_blank\">";
    private static final Pattern HEAD = Pattern.compile("<head\\b[^>]*>", Pattern.CASE_INSENSITIVE);

    private final Vertx vertx;
    private final MailStore store;
    private final InetSocketAddress address;
    private HttpServer server;

    MailboxPage(Vertx vertx, MailStore store, InetSocketAddress address) {
        this.vertx = vertx;
        this.store = store;
        this.address = address;
    }

    void start() {
        server = vertx.createHttpServer()
                .requestHandler(this::serve)
                .listen(SocketAddress.inetSocketAddress(address))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    void stop() {
        if (server != null) {
            server.close();
        }
    }

    int port() {
        return address.getPort();
    }

    private void serve(HttpServerRequest request) {
        var path = request.path();
        var message = MESSAGE.matcher(path);
        if (FILES.containsKey(path) && request.method() == HttpMethod.GET) {
            file(request, path);
        } else if (path.equals("/api/messages")) {
            messages(request);
        } else if (message.matches()) {
            message(request, message.group(1), String.valueOf(message.group(2)));
        } else {
            problem(request.response(), 404, "There is nothing at " + path + ".");
        }
    }

    private static void file(HttpServerRequest request, String path) {
        var name = path.equals("/") ? "/index.html" : path;
        try (var resource = MailboxPage.class.getResourceAsStream("/mailbox" + name)) {
            send(request.response(), FILES.get(path), PAGE_POLICY, Buffer.buffer(resource.readAllBytes()));
        } catch (java.io.IOException e) {
            problem(request.response(), 500, "Cannot read " + name + ".");
        }
    }

    private void messages(HttpServerRequest request) {
        if (request.method() == HttpMethod.DELETE) {
            delete(request, store::deleteAll);
        } else {
            answer(request, () -> Optional.of(MailJson.list(store.all())), JSON, PAGE_POLICY);
        }
    }

    private void message(HttpServerRequest request, String id, String form) {
        if (request.method() == HttpMethod.DELETE) {
            delete(request, () -> store.delete(id));
            return;
        }
        switch (form) {
            case "/raw" -> answer(request, () -> store.source(id).map(Buffer::buffer), "text/plain; charset=utf-8",
                    PAGE_POLICY);
            case "/html" -> answer(request, () -> read(id, MailboxPage::html), "text/html; charset=utf-8", MAIL_POLICY);
            default -> answer(request, () -> read(id, MailJson::content), JSON, PAGE_POLICY);
        }
    }

    private Optional<Buffer> read(String id, Function<MailContent, Buffer> form) {
        return store.source(id).map(MailReader::content).map(form);
    }

    /** The mail as it came, its links apart. Nothing may stand before its doctype, or the browser would lay it out in another way. */
    private static Buffer html(MailContent content) {
        var html = Optional.ofNullable(content.html()).orElse("");
        var head = HEAD.matcher(html);
        return Buffer.buffer(head.find() ? head.replaceFirst("$0" + LINKS_OUTSIDE) : LINKS_OUTSIDE + html);
    }

    private void delete(HttpServerRequest request, Runnable deletion) {
        vertx.executeBlocking(() -> {
            deletion.run();
            return null;
        }).onComplete(done -> request.response().setStatusCode(done.succeeded() ? 204 : 500).end());
    }

    /** Files are read off the event loop. */
    private void answer(HttpServerRequest request, Callable<Optional<Buffer>> body, String type, String policy) {
        vertx.executeBlocking(body, false)
                .onSuccess(found -> found.ifPresentOrElse(
                        content -> send(request.response(), type, policy, content),
                        () -> problem(request.response(), 404, "There is no such mail.")))
                .onFailure(e -> problem(request.response(), 500, "Cannot read the mail: " + e.getMessage()));
    }

    private static void send(HttpServerResponse response, String type, String policy, Buffer body) {
        response.putHeader("Content-Type", type)
                .putHeader("Content-Security-Policy", policy)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Cache-Control", "no-store")
                .end(body);
    }

    private static void problem(HttpServerResponse response, int status, String detail) {
        response.setStatusCode(status)
                .putHeader("Content-Type", "application/problem+json")
                .end(new io.vertx.core.json.JsonObject().put("status", status).put("detail", detail).toBuffer());
    }
}
