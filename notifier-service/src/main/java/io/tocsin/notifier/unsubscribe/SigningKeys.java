package io.tocsin.notifier.unsubscribe;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;

/**
 * The keys of links: the first signs, each of them verifies. A configured secret signs, else the one of the database, which is
 * good for links from the time before one was configured, too.
 */
@ApplicationScoped
class SigningKeys {

    private static final String GENERATED = """
            select secret
              from unsubscribe_secret
            """;

    private final ConfiguredSecrets configured;
    private final Pool pool;
    private volatile List<SigningKey> known;

    SigningKeys(ConfiguredSecrets configured, Pool pool) {
        this.configured = configured;
        this.pool = pool;
    }

    Uni<List<SigningKey>> all() {
        return known != null
                ? Uni.createFrom().item(known)
                : pool.preparedQuery(GENERATED)
                        .execute()
                        .map(rows -> rows.iterator().next().getBuffer("secret").getBytes())
                        .map(this::with)
                        .invoke(keys -> known = keys);
    }

    private List<SigningKey> with(byte[] generated) {
        return Stream.of(configured.current(), Optional.of(generated), configured.previous())
                .flatMap(Optional::stream)
                .map(SigningKey::new)
                .toList();
    }
}
