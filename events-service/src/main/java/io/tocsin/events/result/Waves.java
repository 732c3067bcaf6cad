package io.tocsin.events.result;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Submissions as statements: in their order, and no two of one statement about the same result, which PostgreSQL refuses. */
final class Waves {

    private final List<List<ResultSubmission>> waves = new ArrayList<>();
    private Set<ResultName> names = new HashSet<>();

    private Waves() {}

    static List<List<ResultSubmission>> of(List<ResultSubmission> submissions) {
        var waves = new Waves();
        submissions.forEach(waves::add);
        return waves.waves;
    }

    private void add(ResultSubmission submission) {
        var own = submission.batch().rows().stream().map(ResultRow::name).toList();
        if (waves.isEmpty() || !Collections.disjoint(names, own)) {
            waves.add(new ArrayList<>());
            names = new HashSet<>();
        }
        waves.get(waves.size() - 1).add(submission);
        names.addAll(own);
    }
}
