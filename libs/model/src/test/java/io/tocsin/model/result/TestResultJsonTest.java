package io.tocsin.model.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import io.tocsin.model.message.ResultRecorded;
import io.tocsin.test.PostgresServer;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class TestResultJsonTest {

    private static final String AS_JSONB = "select cast(cast(? as jsonb) as text)";

    private static PostgresServer server;
    private static Connection connection;

    /** As Quarkus sets it up. */
    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @BeforeContainer
    static void start() throws SQLException {
        server = PostgresServer.start().createDatabase("results");
        connection = DriverManager.getConnection(server.jdbcUrl("results"), "postgres", "postgres");
    }

    @AfterContainer
    static void stop() throws SQLException {
        connection.close();
        server.close();
    }

    @Property(tries = 300)
    void aResultReadsBackAsItWasWritten(@ForAll("results") TestResult result) throws JsonProcessingException {
        var written = json.writeValueAsString(new ResultRecorded(List.of(result)));

        var read = json.readValue(written, ResultRecorded.class);

        assertThat(read.results()).containsExactly(result);
    }

    @Property(tries = 300)
    void aResultReadsBackFromJsonb(@ForAll("results") TestResult result) throws JsonProcessingException, SQLException {
        var stored = asJsonb(json.writeValueAsString(result));

        var read = json.readValue(stored, TestResult.class);

        assertThat(read).isEqualTo(result);
    }

    private static String asJsonb(String text) throws SQLException {
        try (var statement = connection.prepareStatement(AS_JSONB)) {
            statement.setString(1, text);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    @Provide
    Arbitrary<TestResult> results() {
        return RandomResults.any();
    }
}
