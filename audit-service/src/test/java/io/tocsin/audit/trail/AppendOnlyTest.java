package io.tocsin.audit.trail;

import static io.tocsin.audit.UserEventBuilder.aUserEvent;
import static io.tocsin.test.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.audit.AuditKeys;
import io.tocsin.audit.Services;
import io.tocsin.test.PostgresResource;
import io.vertx.mutiny.sqlclient.Pool;

@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(AuditKeys.class)
class AppendOnlyTest {

    @Inject
    Pool pool;

    @ParameterizedTest
    @ValueSource(strings = { "update user_event set event = 'Nothing.'", "delete from user_event", "truncate user_event" })
    void nobodyEditsTheRecord(String edit) {
        Services.deliver(aUserEvent().at("1970-06-01T00:00:00Z").of("history").build());
        var before = count();

        assertThatThrownBy(() -> await(() -> pool.query(edit).execute()))
                .hasMessageContaining("user_event is append-only: " + edit.split(" ")[0] + " is refused");

        assertThat(count()).isEqualTo(before).isPositive();
    }

    private long count() {
        return await(() -> pool.query("select count(*) from user_event where event <> 'Nothing.'").execute())
                .iterator()
                .next()
                .getLong(0);
    }
}
