package io.tocsin.outbox.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.tocsin.outbox.MessageRejected;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;

class TroubleTest {

    private static PgException answer(String sqlState) {
        return new PgException("message", "ERROR", sqlState, "detail");
    }

    @ParameterizedTest
    @ValueSource(strings = { "08006", "53300", "53100", "57P01", "57P03", "58030", "25006" })
    void aDatabaseThatTakesNoWorkPasses(String sqlState) {
        assertThat(Trouble.passes(answer(sqlState))).isTrue();
        assertThat(Trouble.passes(new CompletionException(answer(sqlState)))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "22P02", "23505", "23503", "42P01", "57014", "40001", "40P01", "55P03", "54000" })
    void whatOneMessageCanCauseDoesNot(String sqlState) {
        assertThat(Trouble.passes(answer(sqlState))).isFalse();
        assertThat(Trouble.passes(new CompletionException(answer(sqlState)))).isFalse();
    }

    @ParameterizedTest
    @MethodSource("brokenConnections")
    void aBrokenConnectionPasses(Throwable failure) {
        assertThat(Trouble.passes(failure)).isTrue();
    }

    static Stream<Throwable> brokenConnections() {
        return Stream.of(ClosedConnectionException.INSTANCE, new ConnectException("refused"), new TimeoutException(),
                new CompletionException(new ConnectException("refused")));
    }

    @ParameterizedTest
    @MethodSource("bugsAndRejections")
    void aBugOrARejectionDoesNot(Throwable failure) {
        assertThat(Trouble.passes(failure)).isFalse();
    }

    static Stream<Throwable> bugsAndRejections() {
        return Stream.of(new NullPointerException(), new MessageRejected("no"), new IllegalStateException("bug"));
    }
}
