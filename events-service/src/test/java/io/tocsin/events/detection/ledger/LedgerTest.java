package io.tocsin.events.detection.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.tocsin.detection.Found;
import io.tocsin.detection.Verdict;
import io.tocsin.detection.component.Component;
import io.tocsin.detection.component.EventType;
import io.tocsin.detection.component.Phase;
import io.tocsin.detection.flow.FlowKey;
import io.tocsin.detection.life.DetectedEvent;
import io.tocsin.detection.life.Evidence;
import io.tocsin.detection.life.Severity;
import io.tocsin.events.detection.FoundEvent.State;
import io.tocsin.model.message.EventNotification.Kind;

class LedgerTest {

    private static final int NOW = 29_000_000;
    private static final int RECENT = 30;
    private static final Component SERVER = new Component(EventType.TARGET, "www.example.com");
    private static final Component AGENT = new Component(EventType.AGENT_LOCAL, "7");

    @Test
    void whatIsFoundNowIsTold() {
        var move = move(List.of(), verdict(NOW - 10, found(SERVER, NOW - 5, "1")));

        assertThat(move.after().state()).isEqualTo(State.ACTIVE);
        assertThat(move.tidings()).containsExactly(Kind.DETECTED);
        assertThat(move.opensIn("11")).isTrue();
        assertThat(move.closesIn("11")).isFalse();
    }

    @Test
    void whatWasOverLongAgoIsToldToNobodyButStandsInEachAccountGroup() {
        var move = move(List.of(), verdict(NOW - 200, over(found(SERVER, NOW - 100, "1"), DetectedEvent.State.RESOLVED)));

        assertThat(move.after().isTold()).isFalse();
        assertThat(move.tidings()).isEmpty();
        assertThat(move.opensIn("11")).isTrue();
        assertThat(move.closesIn("11")).isTrue();
    }

    @Test
    void anEventWhichOnlyGoesOnIsChangedQuietly() {
        var before = told(found(SERVER, NOW - 5, "1"));

        var move = move(List.of(before), verdict(NOW - 1, until(found(SERVER, NOW - 5, "1"), NOW)));

        assertThat(move.before()).isEqualTo(before);
        assertThat(move.after().span().until()).isEqualTo(NOW);
        assertThat(move.tidings()).isEmpty();
        assertThat(move.opensIn("11") || move.closesIn("11")).isFalse();
    }

    @Test
    void theSameVerdictTwiceMovesNothing() {
        var found = found(SERVER, NOW - 5, "1");

        assertThat(moves(List.of(told(found)), verdict(NOW - 1, found))).isEmpty();
    }

    @Test
    void anEventThatTouchesAnotherAccountGroupOpensThere() {
        var before = told(found(SERVER, NOW - 5, "1"));
        var wider = found(SERVER, NOW - 5, "1", new FlowKey("11", "1", "1", ""), new FlowKey("12", "2", "1", ""));

        var move = move(List.of(before), verdict(NOW - 1, wider));

        assertThat(move.opensIn("11")).isFalse();
        assertThat(move.opensIn("12")).isTrue();
        assertThat(move.movesFlows()).isTrue();
    }

    @Test
    void anotherComponentIsAChange() {
        var move = move(List.of(told(found(SERVER, NOW - 5, "1"))), verdict(NOW - 1, found(AGENT, NOW - 5, "1")));

        assertThat(move.tidings()).containsExactly(Kind.CHANGED);
    }

    @Test
    void whereItWasOpenAnotherComponentIsHeardOf() {
        var flow = new FlowKey("11", "1", "1", "");
        var wider = found(AGENT, NOW - 5, "1", flow, new FlowKey("12", "2", "1", ""));

        var move = move(List.of(told(found(SERVER, NOW - 5, "1"))), verdict(NOW - 1, wider));
        var over = move(List.of(told(found(SERVER, NOW - 5, "1"))), verdict(NOW - 1, over(found(AGENT, NOW - 5, "1"),
                DetectedEvent.State.RESOLVED)));

        assertThat(move.renamesIn("11")).isTrue();
        assertThat(move.opensIn("11")).isFalse();
        assertThat(move.renamesIn("12")).isFalse();
        assertThat(move.opensIn("12")).isTrue();
        assertThat(over.renamesIn("11")).isFalse();
        assertThat(over.closesIn("11")).isTrue();
    }

    @Test
    void anEventWithAnotherNameIsStillTheSame() {
        var before = told(found(SERVER, NOW - 5, "1"));

        var move = move(List.of(before), verdict(NOW - 10, found(SERVER, NOW - 6, "2")));

        assertThat(move.after().id()).isEqualTo(before.id());
        assertThat(move.after().finding()).isEqualTo(name("2"));
        assertThat(move.tidings()).isEmpty();
    }

    @Test
    void theOldNameMayComeBackForAnotherEvent() {
        var renamed = told(found(SERVER, NOW - 5, "1"));
        var other = found(AGENT, NOW - 3, "1", new FlowKey("11", "9", "9", ""));
        var same = new Told(renamed.id(), name("2"), renamed.state(), renamed.component(), renamed.severity(), renamed.span(),
                renamed.flows(), renamed.evidence(), renamed.toldAt(), null);

        var moves = moves(List.of(same), verdict(NOW - 10, found(SERVER, NOW - 5, "2"), other));

        assertThat(moves).singleElement().satisfies(move -> {
            assertThat(move.before()).isNull();
            assertThat(move.after().id()).isNotEqualTo(renamed.id());
        });
    }

    @Test
    void whatLateResultsTakeBackIsWithdrawn() {
        var move = move(List.of(told(found(SERVER, NOW - 5, "1"))), verdict(NOW - 10));

        assertThat(move.after().state()).isEqualTo(State.WITHDRAWN);
        assertThat(move.tidings()).containsExactly(Kind.WITHDRAWN);
        assertThat(move.closesIn("11")).isTrue();
    }

    @Test
    void whatIsWithdrawnComesBackUnderItsName() {
        var found = found(SERVER, NOW - 5, "1");
        var gone = told(found).in(State.WITHDRAWN, NOW);

        var move = move(List.of(gone), verdict(NOW - 10, found));

        assertThat(move.after().id()).isEqualTo(gone.id());
        assertThat(move.tidings()).containsExactly(Kind.CHANGED);
        assertThat(move.opensIn("11")).isTrue();
    }

    @Test
    void whatWasFoundBeforeAllThatIsJudgedEndsAndIsNotWithdrawn() {
        var move = move(List.of(told(found(SERVER, NOW - 50, "1"))), verdict(NOW - 10));

        assertThat(move.after().state()).isEqualTo(State.RESOLVED);
    }

    @Test
    void whatWasOverBeforeIsAsItWas() {
        var over = told(over(found(SERVER, NOW - 100, "1"), DetectedEvent.State.RESOLVED));

        assertThat(moves(List.of(over), verdict(NOW - 10))).isEmpty();
    }

    @Test
    void aMergedEventNamesTheOneWhichStandsForIt() {
        var first = found(SERVER, NOW - 9, "1", new FlowKey("11", "1", "1", ""), new FlowKey("11", "1", "2", ""));
        var second = found(AGENT, NOW - 8, "2", new FlowKey("11", "1", "2", ""));

        var moves = moves(List.of(told(first), told(second)),
                verdict(NOW - 1, until(first, NOW), over(second, DetectedEvent.State.MERGED)));

        assertThat(moves).filteredOn(move -> move.after().state() == State.MERGED).singleElement().satisfies(move -> {
            assertThat(move.after().mergedInto()).isEqualTo(name("1"));
            assertThat(move.tidings()).containsExactly(Kind.MERGED);
        });
    }

    private static Move move(List<Told> told, Verdict verdict) {
        var moves = moves(told, verdict);
        assertThat(moves).hasSize(1);
        return moves.get(0);
    }

    private static List<Move> moves(List<Told> told, Verdict verdict) {
        return new Ledger(told, RECENT).moves(verdict, Instant.ofEpochSecond(60L * NOW));
    }

    /** As it was told when it was found. */
    private static Told told(Found found) {
        return new Ledger(List.of(), RECENT).moves(verdict(NOW - 200, found), Instant.ofEpochSecond(60L * found.event()
                .until()))
                .get(0)
                .after();
    }

    private static Verdict verdict(int since, Found... found) {
        return new Verdict(since, List.of(found));
    }

    private static Found found(Component component, int since, String name, FlowKey... flows) {
        var touched = new TreeSet<>(Comparator.comparing(FlowKey::toString));
        touched.addAll(flows.length == 0 ? List.of(new FlowKey("11", "1", "1", "")) : List.of(flows));
        var event = new DetectedEvent(name(name), component, DetectedEvent.State.ACTIVE, Severity.LOW, since, since + 1, since
                + 1,
                touched, new Evidence(30, 15, List.of()));
        return new Found(event, Found.LASTS, Map.of(Phase.SERVER, 1), List.of(new Found.Course(since, 3, 2, 0.1)));
    }

    private static Found over(Found found, DetectedEvent.State state) {
        var event = found.event();
        return new Found(new DetectedEvent(event.id(), event.component(), state, event.severity(), event.since(), event.until(),
                event.detected(), event.flows(), event.evidence()), event.until() + 5, found.phases(), found.course());
    }

    private static Found until(Found found, int minute) {
        var event = found.event();
        return new Found(new DetectedEvent(event.id(), event.component(), event.state(), event.severity(), event.since(),
                minute,
                event.detected(), event.flows(), event.evidence()), found.overAt(), found.phases(), found.course());
    }

    private static UUID name(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
