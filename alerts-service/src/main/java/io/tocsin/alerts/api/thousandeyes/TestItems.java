package io.tocsin.alerts.api.thousandeyes;

import java.util.List;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import io.tocsin.alerts.result.KnownTest;
import io.tocsin.alerts.result.TestBook;
import io.tocsin.model.Scope;

/** The tests which a rule or a suppression window names. */
@Singleton
class TestItems {

    private final TestBook tests;
    private final Links links;

    TestItems(TestBook tests, Links links) {
        this.tests = tests;
        this.links = links;
    }

    /** One for each id, in their order. */
    Uni<List<TestItem>> of(Scope scope, List<String> ids, String aid) {
        return tests.find(scope, ids)
                .map(known -> ids.stream()
                        .map(id -> item(known.getOrDefault(id, new KnownTest(id, null, null)), aid))
                        .toList());
    }

    private TestItem item(KnownTest test, String aid) {
        return new TestItem(test.id(), test.name(), test.type(), new SelfLink(links.test(test.id(), aid)));
    }
}
