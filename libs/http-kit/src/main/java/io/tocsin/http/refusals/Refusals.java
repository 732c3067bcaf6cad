package io.tocsin.http.refusals;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.quarkus.logging.Log;
import io.tocsin.http.identity.Identity;
import io.tocsin.http.identity.Principal;
import io.tocsin.model.Editor;
import io.tocsin.model.User;
import io.tocsin.model.message.UserEvent;
import io.tocsin.model.message.UserEventLog;

/**
 * How often credentials were refused on this replica. Of each there is at most one entry in a window, and of all unknown ones together,
 * so that an attacker can neither fill the log nor hide in it. An unknown credential is nobody's; it is told to the organization of
 * the first key in the key file, which is the operator's, and without a key file only to the service's own log.
 */
@ApplicationScoped
class Refusals {

    private static final int REMEMBERED = 10_000;
    private static final User NOBODY = new User("unknown", "Unknown", "-");

    private final RefusalsConfig config;
    private final Identity identity;
    private final Instance<UserEventLog> log;
    private final Clock clock;
    private final Cache<String, AtomicInteger> counts;

    Refusals(RefusalsConfig config, Identity identity, Instance<UserEventLog> log, Clock clock) {
        this.config = config;
        this.identity = identity;
        this.log = log;
        this.clock = clock;
        this.counts = Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(config.window()).build();
    }

    void count(Refused refused, String address) {
        var count = counts.get(refused.holder(), first -> new AtomicInteger()).incrementAndGet();
        if (count == config.threshold()) {
            Log.warnf("identity: a credential was refused %d times within %s: name=%s reason=%s address=%s", count,
                    config.window(), refused.who() == null ? "?" : refused.who().credential(), refused.why(), address);
            event(refused, address).ifPresent(this::record);
        }
    }

    private Optional<UserEvent> event(Refused refused, String address) {
        return refused.who() == null
                ? identity.operator()
                        .map(operator -> event(editor(operator, NOBODY, address), "Unknown credentials refused too often.",
                                List.of(), refused))
                : Optional.of(event(editor(refused.who(), refused.who().user(), address), "Credential refused too often.",
                        List.of(new UserEvent.Resource("credentialName", refused.who().credential())), refused));
    }

    private static Editor editor(Principal where, User who, String address) {
        return new Editor(where.organization(), where.accountGroup(null), who, address);
    }

    private UserEvent event(Editor editor, String sentence, List<UserEvent.Resource> resources, Refused refused) {
        return UserEvent.by(editor, clock.instant(), sentence, resources, new UserEvent.Change(null, facts(refused)));
    }

    private Map<String, Object> facts(Refused refused) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("reason", refused.why());
        facts.put("refusals", config.threshold());
        facts.put("within", config.window().toString());
        return facts;
    }

    /** Nobody waits for it: the refusal is answered whether or not it can be recorded. */
    private void record(UserEvent event) {
        log.stream()
                .forEach(each -> each.record(event).whenComplete((done, failure) -> {
                    if (failure != null) {
                        Log.errorf("identity: '%s' cannot be recorded: %s", event.event(), failure.getMessage());
                    }
                }));
    }
}
