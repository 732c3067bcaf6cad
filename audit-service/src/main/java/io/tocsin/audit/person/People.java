package io.tocsin.audit.person;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** The people of the log, and their keys. Keys are never kept in memory: who is erased is so at once, on every replica. */
@ApplicationScoped
public class People {

    private final PersonStore store;
    private final Pool pool;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    People(PersonStore store, Pool pool, Clock clock) {
        this.store = store;
        this.pool = pool;
        this.clock = clock;
    }

    /** Those of these subjects, made where they are missing. */
    public Uni<Map<Subject, Person>> of(SqlConnection transaction, Set<Subject> subjects) {
        return store.find(transaction, subjects)
                .chain(found -> found.size() == subjects.size()
                        ? Uni.createFrom().item(found)
                        : makeMissing(transaction, subjects, found));
    }

    private Uni<Map<Subject, Person>> makeMissing(SqlConnection transaction, Set<Subject> subjects,
            Map<Subject, Person> found) {
        var missing = subjects.stream().filter(subject -> !found.containsKey(subject)).sorted().toList();
        var secrets = Stream.generate(this::secret).limit(missing.size()).toList();
        return store.make(transaction, missing, secrets, clock.instant())
                .chain(() -> store.find(transaction, subjects));
    }

    /** The made-up name of a user; empty when the log knows nothing of one, or nothing any more. */
    public Uni<Optional<UUID>> idOf(Subject subject) {
        return store.find(pool, Set.of(subject))
                .map(found -> Optional.ofNullable(found.get(subject)).map(Person::id));
    }

    /** Those who are not erased. */
    public Uni<Map<UUID, Person>> find(SqlClient client, Set<UUID> ids) {
        return ids.isEmpty() ? Uni.createFrom().item(Map.of()) : store.find(client, List.copyOf(ids));
    }

    /** Deletes the keys of these subjects, and returns the names under which the log knew them. */
    public Uni<List<UUID>> erase(SqlConnection transaction, String organization, List<Subject> subjects) {
        return store.erase(transaction, organization, subjects.stream().map(Subject::name).toList());
    }

    /** For the entries of one commit. */
    public Sealing sealing() {
        return new Sealing(random);
    }

    private byte[] secret() {
        var secret = new byte[Person.SECRET_BYTES];
        random.nextBytes(secret);
        return secret;
    }
}
