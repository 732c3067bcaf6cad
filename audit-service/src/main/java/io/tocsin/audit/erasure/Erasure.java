package io.tocsin.audit.erasure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.audit.person.People;
import io.tocsin.audit.person.Subject;
import io.tocsin.audit.trail.Announcement;
import io.tocsin.audit.trail.AuditTrail;
import io.tocsin.model.message.UserEvent;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Makes all that is personal of somebody unreadable for ever, and records that it did, in one transaction. */
@ApplicationScoped
public class Erasure {

    private final Pool pool;
    private final People people;
    private final AuditTrail trail;

    Erasure(Pool pool, People people, AuditTrail trail) {
        this.pool = pool;
        this.people = people;
        this.trail = trail;
    }

    /** @param announcement what the log says of it; it names nobody who is erased */
    public Uni<List<UUID>> erase(UserEvent announcement, Optional<String> userId, Optional<String> email) {
        var subjects = new ArrayList<Subject>();
        userId.ifPresent(id -> subjects.add(Subject.user(announcement.organization(), id)));
        email.ifPresent(address -> subjects.add(Subject.address(announcement.organization(), address)));
        return pool.withTransaction(transaction -> erase(transaction, announcement, subjects));
    }

    /** What somebody is writing with a key at this moment is unreadable, too, once the key is gone. */
    private Uni<List<UUID>> erase(SqlConnection transaction, UserEvent announcement, List<Subject> subjects) {
        return people.erase(transaction, announcement.organization(), subjects)
                .call(erased -> erased.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : trail.announce(transaction, announcement, new Announcement.Erased(erased)));
    }
}
