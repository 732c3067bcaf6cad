package io.tocsin.alerts.result;

import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;

import io.tocsin.model.Scope;
import io.tocsin.model.result.ResultLayer;
import io.tocsin.model.result.ResultTarget;
import io.tocsin.model.result.TestResult;

/**
 * What has rounds of its own: one layer of one test, and one of its servers or prefixes where it has several.
 *
 * @param target its id or name, empty for the whole test
 */
record TestKey(Scope scope, String test, ResultLayer layer, String target) implements Comparable<TestKey> {

    private static final Comparator<TestKey> ORDER = Comparator.comparing((TestKey key) -> key.scope().organization())
            .thenComparing(key -> key.scope().accountGroup())
            .thenComparing(TestKey::test)
            .thenComparing(TestKey::layer)
            .thenComparing(TestKey::target);

    static TestKey of(TestResult result) {
        return new TestKey(result.scope(), result.test().id(), result.layer(), target(result.target()));
    }

    private static String target(ResultTarget target) {
        return first(target.prefix(), target.serverId(), target.server(), target.prefixId());
    }

    /** What people call the target, empty for the whole test. */
    static String targetName(ResultTarget target) {
        return first(target.prefix(), target.server(), target.serverId(), target.prefixId());
    }

    private static String first(String... names) {
        return Stream.of(names).filter(Objects::nonNull).findFirst().orElse("");
    }

    @Override
    public int compareTo(TestKey other) {
        return ORDER.compare(this, other);
    }
}
