package io.tocsin.events.api.stream;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import io.tocsin.events.postgres.DatabaseUnavailable;
import io.tocsin.events.stream.EventFeed;
import io.tocsin.events.stream.Farewell;
import io.tocsin.events.stream.FeedConfig;
import io.tocsin.events.stream.FeedUnavailable;
import io.tocsin.http.identity.Identity;
import io.tocsin.http.identity.Permission;
import io.tocsin.http.identity.Principal;
import io.tocsin.http.limits.CallKind;
import io.tocsin.http.limits.LimitGate;
import io.tocsin.http.problem.Answers;
import io.tocsin.http.problem.Failure;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** {@code GET /events/stream}. */
@Singleton
class EventStreamRoute {

    private static final String PATH = "/events/stream";
    private static final Duration LATER = Duration.ofSeconds(5);

    private final EventFeed feed;
    private final FeedConfig config;
    private final Identity identity;
    private final LimitGate limits;
    private final Answers answers;

    EventStreamRoute(EventFeed feed, FeedConfig config, Identity identity, LimitGate limits, Answers answers) {
        this.feed = feed;
        this.config = config;
        this.identity = identity;
        this.limits = limits;
        this.answers = answers;
    }

    void register(@Observes Router router) {
        router.route(PATH).handler(this::answer);
    }

    private void answer(RoutingContext call) {
        if (!call.request().method().equals(HttpMethod.GET)) {
            answers.send(new Failure(405, "This resource does not support the request's method.", List.of(),
                    Map.of("Allow", "GET")), call);
            return;
        }
        identify(call)
                .chain(who -> listen(who, call))
                .subscribe()
                .with(end -> watch(call, end), failure -> answers.send(meaning(failure), call));
    }

    private Uni<Principal> identify(RoutingContext call) {
        return identity.authenticateHeader(call.request().getHeader(HttpHeaders.AUTHORIZATION))
                .invoke(who -> who.require(Permission.VIEW_EVENTS));
    }

    private Uni<Consumer<Farewell>> listen(Principal who, RoutingContext call) {
        limits.pass(who, CallKind.READ, 1, PATH, call.response()::putHeader);
        var wanted = StreamCall.of(call);
        return feed.listen(who.scope(wanted.aid()), wanted.query(), wanted.from(), new ResponseOutlet(call, config
                .bufferSize()));
    }

    /** A feed may last for days; a credential which ends meanwhile ends it. */
    private void watch(RoutingContext call, Consumer<Farewell> end) {
        var timer = call.vertx().setPeriodic(config.credentialCheck().toMillis(), tick -> checkAgain(call, end));
        call.addEndHandler(ended -> call.vertx().cancelTimer(timer));
    }

    private void checkAgain(RoutingContext call, Consumer<Farewell> end) {
        identify(call)
                .invoke(who -> who.scope(call.queryParams().get("aid")))
                .subscribe()
                .with(still -> {}, failure -> endUnlessPassing(failure, end));
    }

    private static void endUnlessPassing(Throwable failure, Consumer<Farewell> end) {
        var status = Failure.of(failure).status();
        if (status == 401 || status == 403) {
            end.accept(Farewell.UNAUTHENTICATED);
        }
    }

    private static Failure meaning(Throwable failure) {
        if (failure instanceof FeedUnavailable) {
            return Failure.unavailable(failure.getMessage(), LATER);
        }
        return failure instanceof DatabaseUnavailable
                ? Failure.unavailable("The database does not answer; try again later.", LATER)
                : Failure.of(failure);
    }
}
