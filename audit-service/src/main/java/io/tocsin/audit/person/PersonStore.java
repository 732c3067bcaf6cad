package io.tocsin.audit.person;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;

@ApplicationScoped
class PersonStore {

    private static final String OF_SUBJECTS = """
            select p.id, p.organization, p.subject, p.secret
              from unnest($1::text[], $2::text[]) as s(organization, subject)
              join person p on p.organization = s.organization and p.subject = s.subject
            """;

    /** In one order for all, so that two who make the same people wait for each other instead of dead-locking. */
    private static final String MAKE = """
            insert into person (id, organization, subject, secret, made_at)
            select id, organization, subject, secret, $5
              from unnest($1::uuid[], $2::text[], $3::text[], $4::bytea[]) as p(id, organization, subject, secret)
             order by organization, subject
                on conflict (organization, subject) do nothing
            """;

    private static final String BY_ID = "select id, organization, subject, secret from person where id = any($1)";

    private static final String ERASE = "delete from person where organization = $1 and subject = any($2) returning id";

    Uni<Map<Subject, Person>> find(SqlClient client, Collection<Subject> subjects) {
        return client.preparedQuery(OF_SUBJECTS)
                .execute(Tuple.of(texts(subjects, Subject::organization), texts(subjects, Subject::name)))
                .map(rows -> people(rows, row -> new Subject(row.getString("organization"), row.getString("subject"))));
    }

    Uni<Map<UUID, Person>> find(SqlClient client, List<UUID> ids) {
        return client.preparedQuery(BY_ID)
                .execute(Tuple.of(ids.toArray(UUID[]::new)))
                .map(rows -> people(rows, row -> row.getUUID("id")));
    }

    /** @param made by subject, as many as there are */
    Uni<Void> make(SqlClient client, List<Subject> subjects, List<byte[]> secrets, Instant at) {
        return client.preparedQuery(MAKE)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(subjects.stream().map(subject -> UUID.randomUUID()).toArray(UUID[]::new))
                        .addArrayOfString(texts(subjects, Subject::organization))
                        .addArrayOfString(texts(subjects, Subject::name))
                        .addValue(secrets.stream().map(Buffer::buffer).toArray(Buffer[]::new))
                        .addOffsetDateTime(at.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    /** Returns the made-up names of those who were there. */
    Uni<List<UUID>> erase(SqlClient transaction, String organization, List<String> subjects) {
        return transaction.preparedQuery(ERASE)
                .execute(Tuple.of(organization, subjects.toArray(String[]::new)))
                .map(rows -> rows.stream().map(row -> row.getUUID("id")).toList());
    }

    private static <K> Map<K, Person> people(RowSet<Row> rows, Function<Row, K> key) {
        var people = new HashMap<K, Person>();
        rows.forEach(row -> people.put(key.apply(row), new Person(row.getUUID("id"), row.getBuffer("secret").getBytes())));
        return people;
    }

    private static String[] texts(Collection<Subject> subjects, Function<Subject, String> part) {
        return subjects.stream().map(part).toArray(String[]::new);
    }
}
