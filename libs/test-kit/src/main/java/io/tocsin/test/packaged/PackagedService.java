package io.tocsin.test.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.DriverManager;
import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.tocsin.test.PostgresServer;

/**
 * What every service must do as it is shipped, as a JVM application or, with {@code -Dnative}, as an executable. A service extends it with
 * {@code @QuarkusIntegrationTest} and {@link PackagedResource}.
 */
public abstract class PackagedService {

    private static final String CONNECTIONS = """
            select count(*) filter (where ssl), count(*) filter (where not ssl)
              from pg_stat_ssl
              join pg_stat_activity using (pid)
             where datname = '%s' and application_name <> 'test'
            """.formatted(PackagedResource.DATABASE);

    PackagedResource.Addresses addresses;
    PostgresServer postgres;

    /** One that only who has a credential may read. */
    protected abstract String path();

    @ParameterizedTest
    @ValueSource(strings = { "started", "live", "ready" })
    void itsProbesAreUp(String probe) throws Exception {
        var answer = get(addresses.management().resolve("/q/health/" + probe));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void itTellsItsMetricsAndItsApi() throws Exception {
        assertThat(get(addresses.management().resolve("/q/metrics")).body()).contains("http_server_", "process_");
        assertThat(get(addresses.management().resolve("/q/openapi")).body()).contains("openapi:", path());
    }

    /** Which of the two depends on the dialect. */
    @Test
    void nobodyIsLetInWithoutACredential() throws Exception {
        assertThat(get(addresses.api().resolve(path())).statusCode()).isIn(401, 403);
        assertThat(get(addresses.api().resolve("/q/health/ready")).statusCode()).isEqualTo(404);
    }

    @Test
    void itSpeaksToItsDatabaseByTlsAlone() throws SQLException {
        var url = postgres.jdbcUrl(PackagedResource.DATABASE) + "?ApplicationName=test";
        try (var connection = DriverManager.getConnection(url, "postgres", "postgres");
                var count = connection.createStatement().executeQuery(CONNECTIONS)) {
            count.next();

            assertThat(count.getInt(1)).isPositive();
            assertThat(count.getInt(2)).isZero();
        }
    }

    private static HttpResponse<String> get(URI url) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString());
    }
}
