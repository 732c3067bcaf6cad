package io.tocsin.alerts.evaluation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Forms the alerts of one rule from the courses of its sources: what touches is one alert. An alert begins with its first source
 * and lasts until none violates any more.
 */
final class AlertDrafts {

    private final List<AlertDraft> drafts;
    private final Instant now;
    private final Duration settle;
    private final Supplier<UUID> ids;

    private record Part(String source, Violation violation) {}

    /** @param known those alerts of the rule which end after the first moment of the courses */
    AlertDrafts(List<AlertDraft> known, Instant now, Duration settle, Supplier<UUID> ids) {
        this.drafts = new ArrayList<>(known);
        this.now = now;
        this.settle = settle;
        this.ids = ids;
    }

    /** The alerts which are new or not what they were. At most one of them is open. */
    List<AlertDraft> form(Map<String, Course> courses) {
        drafts.forEach(draft -> draft.follow(courses));
        parts(courses).forEach(this::place);
        clear();
        return drafts.stream()
                .filter(AlertDraft::isChanged)
                .toList();
    }

    private static List<Part> parts(Map<String, Course> courses) {
        var parts = new ArrayList<Part>();
        courses.forEach((source, course) -> course.violations()
                .forEach(violation -> parts.add(new Part(source, violation))));
        parts.sort(Comparator.comparing((Part part) -> part.violation().span().start()).thenComparing(Part::source));
        return parts;
    }

    private void place(Part part) {
        drafts.stream()
                .filter(draft -> draft.canJoin(part.violation(), now))
                .max(Comparator.comparing(draft -> draft.span().end()))
                .ifPresentOrElse(
                        draft -> draft.join(part.source(), part.violation()),
                        () -> drafts.add(AlertDraft.opened(ids.get(), part.source(), part.violation())));
    }

    /** What is over is cleared, and so is all but the latest: what came after an alert shows that it is over. */
    private void clear() {
        drafts.sort(Comparator.comparing(draft -> draft.span().end()));
        var latest = drafts.isEmpty() ? null : drafts.get(drafts.size() - 1);
        drafts.stream()
                .filter(AlertDraft::isOpen)
                .filter(draft -> draft != latest || draft.isDue(now, settle))
                .forEach(AlertDraft::clear);
    }
}
