package io.tocsin.alerts.api.thousandeyes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.sql.SQLException;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.alerts.Alerts;
import io.tocsin.alerts.TestSetUp;
import io.tocsin.test.HangingUp;
import io.tocsin.test.PostgresResource;

import javax.sql.DataSource;

/** Clients that hang up with requests under way cost nobody a connection to the database. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestSetUp.class)
class HangUpTest {

    private static final int BURSTS = 3;
    private static final int CLIENTS = 32;

    @TestHTTPResource
    URI service;

    @Inject
    DataSource database;

    @Test
    void callsAreAnsweredAfterBurstsOfClientsThatHangUpWhileTheirRuleIsBeingStored() throws Exception {
        var body = Alerts.settings("events(\"*\").rollup(\"count\").last(\"5m\") > 10000", false).encode();
        for (int burst = 0; burst < BURSTS; burst++) {
            hangUpWhileTheDatabaseIsBusy("POST /v7/alerts/rules HTTP/1.1\r\n" + headers(body.length()) + body);
            hangUpWhileTheDatabaseIsBusy("GET /v7/alerts/rules HTTP/1.1\r\n" + headers(0));
        }

        var answer = Alerts.caller().body(body).post("/v7/alerts/rules");

        assertThat(answer.statusCode()).isEqualTo(201);
        Alerts.caller().get("/v7/alerts/rules").then().statusCode(200);
    }

    private void hangUpWhileTheDatabaseIsBusy(String request) throws Exception {
        try (var lock = database.getConnection(); var statement = lock.createStatement()) {
            lock.setAutoCommit(false);
            statement.execute("lock table alert_rule in access exclusive mode");
            try (var clients = new HangingUp(service, CLIENTS, request)) {
                await().until(() -> waiting() > 0);
            }
            lock.rollback();
        }
        await().until(() -> waiting() == 0);
    }

    private int waiting() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static String headers(int length) {
        return "Host: localhost\r\nAuthorization: Bearer " + TestSetUp.ALL
                + "\r\nContent-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n";
    }
}
