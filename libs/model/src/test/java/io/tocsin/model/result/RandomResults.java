package io.tocsin.model.result;

import java.time.Instant;
import java.util.List;

import io.tocsin.model.Scope;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Results with texts of every kind and numbers of every size. */
final class RandomResults {

    private static final Scope SCOPE = new Scope("acme", "11");

    private RandomResults() {}

    static Arbitrary<TestResult> any() {
        return Combinators.combine(tests(), Arbitraries.of(ResultLayer.class), sources(), targets(), times(), measurements(2))
                .as((test, layer, source, target, at, measurements) -> new TestResult(SCOPE, test, layer, source, target,
                        at.getEpochSecond(), at, at.plusNanos(1_234_567), measurements));
    }

    static Arbitrary<Measurements> measurements(int depth) {
        var values = Arbitraries.maps(texts(), values()).ofMaxSize(4);
        if (depth == 0) {
            return values.map(Measurements::of);
        }
        var children = Arbitraries.maps(texts(), measurements(depth - 1).list().ofMaxSize(3)).ofMaxSize(2);
        return Combinators.combine(values, children).as(Measurements::new);
    }

    private static Arbitrary<Object> values() {
        return Arbitraries.oneOf(
                Arbitraries.doubles().map(number -> (Object) number),
                Arbitraries.longs().map(number -> (Object) number),
                Arbitraries.integers().map(number -> (Object) number),
                texts().map(text -> (Object) text),
                Arbitraries.of(true, false).map(flag -> (Object) flag),
                texts().list().ofMaxSize(3).map(list -> (Object) List.copyOf(list)));
    }

    private static Arbitrary<TestRef> tests() {
        return Combinators.combine(texts(), texts().injectNull(0.2), Arbitraries.of(TestType.class), Arbitraries.integers()
                .between(1, 3_600)
                .injectNull(0.2))
                .as((id, name, type, interval) -> new TestRef(id, name, type, interval, null, name));
    }

    private static Arbitrary<ResultSource> sources() {
        return Combinators.combine(texts(), texts().injectNull(0.2), Arbitraries.of(ResultSource.Kind.class))
                .as((id, name, kind) -> new ResultSource(id, name, kind, null, name, "NO", name));
    }

    private static Arbitrary<ResultTarget> targets() {
        return Arbitraries.oneOf(
                Arbitraries.just(ResultTarget.WHOLE_TEST),
                texts().map(text -> ResultTarget.ofServer(text, text)),
                texts().map(text -> ResultTarget.ofPrefix(text, text)),
                Arbitraries.of(Direction.class).map(ResultTarget::of));
    }

    private static Arbitrary<Instant> times() {
        return Arbitraries.longs().between(0, 4_000_000_000L).map(Instant::ofEpochSecond);
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.strings().ofMaxLength(8);
    }
}
