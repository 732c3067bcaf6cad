package io.tocsin.events.result;

import java.util.Comparator;

import io.tocsin.model.result.TestResult;

/** What a test or a source is found by. Statements write in the order of names, the same on every replica. */
record SeenName(String organization, String accountGroup, String kind, String id) implements Comparable<SeenName> {

    private static final Comparator<SeenName> ORDER = Comparator.comparing(SeenName::organization)
            .thenComparing(SeenName::accountGroup)
            .thenComparing(SeenName::kind)
            .thenComparing(SeenName::id);

    private static final String TEST = "TEST";

    static SeenName ofTest(TestResult result) {
        return of(result, TEST, result.test().id());
    }

    static SeenName ofSource(TestResult result) {
        return of(result, result.source().kind().name(), result.source().id());
    }

    private static SeenName of(TestResult result, String kind, String id) {
        return new SeenName(result.scope().organization(), result.scope().accountGroup(), kind, id);
    }

    @Override
    public int compareTo(SeenName other) {
        return ORDER.compare(this, other);
    }
}
