package io.tocsin.events.entity;

import static io.tocsin.events.TestKeys.SCOPE;
import static io.tocsin.test.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.events.TestKeys;
import io.tocsin.events.entity.EntityFilter.WithIds;
import io.tocsin.model.Entity;
import io.tocsin.model.Scope;
import io.tocsin.test.PostgresResource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class EntityBookTest {

    @Inject
    EntityBook book;

    @Inject
    EntityStore store;

    @Inject
    EntityScribe scribe;

    private final String id = "HOST-" + UUID.randomUUID();

    @Test
    void whoeverIsReferredToIsKnownAndComesBackInOrder() {
        var second = new Entity("A" + id, "second", "A");

        var known = await(() -> book.refer(SCOPE, List.of(named(null), second)));

        assertThat(known).extracting(KnownEntity::entity).containsExactly(named(null), second);
        assertThat(await(() -> book.refer(SCOPE, List.of(named(null))))).containsExactly(known.get(0));
        assertThat(await(() -> book.select(new Scope("acme", "12"), new WithIds(Set.of(id)), 1))).isEmpty();
    }

    @Test
    void aNameIsLearnedOnceSomebodyKnowsIt() {
        await(() -> book.refer(SCOPE, List.of(named(null))));

        var known = await(() -> book.refer(SCOPE, List.of(named("web-1"))));

        assertThat(known.get(0).entity()).isEqualTo(named("web-1"));
        assertThat(await(() -> book.refer(SCOPE, List.of(named("web-2")))).get(0).entity()).isEqualTo(named("web-1"));
    }

    @Test
    void whatEventsNamedIsWrittenDownOnceHoweverItWasWritten() {
        book.noticed(SCOPE, id, this::named);
        book.noticed(SCOPE, id.toLowerCase(), this::named);
        book.noticed(SCOPE, id, this::named);

        await(() -> scribe.write());
        await(() -> scribe.write());

        Awaitility.await()
                .untilAsserted(() -> assertThat(await(() -> book.select(SCOPE, new WithIds(Set.of(id)), 9)))
                        .hasSize(1));
    }

    @Test
    void whatNobodyNamesAnyMoreIsForgotten() {
        var longAgo = Instant.now().minus(Duration.ofDays(401));
        var young = new Entity("Y" + id, null, "HOST");
        await(() -> store.see(List.of(new Sighting(SCOPE, named(null), longAgo), new Sighting(SCOPE, young, Instant.now()))));

        await(() -> scribe.forget());

        assertThat(await(() -> book.select(SCOPE, new WithIds(Set.of(id, young.id())), 9)))
                .extracting(known -> known.entity().id())
                .containsExactly(young.id());
    }

    private Entity named(String name) {
        return new Entity(id, name, "HOST");
    }
}
