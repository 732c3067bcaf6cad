package io.tocsin.alerts.evaluation;

/**
 * One source inside one alert: from its first violation to the end of its latest one.
 *
 * @param numberAtStart of the first violation
 * @param numberAtEnd of the latest one
 */
record SourceDraft(String source, Span span, int numberAtStart, int numberAtEnd) {

    static SourceDraft of(String source, Violation violation) {
        return new SourceDraft(source, violation.span(), violation.numberAtStart(), violation.numberAtEnd());
    }

    SourceDraft with(Violation violation) {
        return new SourceDraft(source, span.with(violation.span()),
                violation.span().start().isBefore(span.start()) ? violation.numberAtStart() : numberAtStart,
                violation.span().end().isBefore(span.end()) ? numberAtEnd : violation.numberAtEnd());
    }

    /** This source once more is known of its course: it ends earlier when something took its matches away. */
    SourceDraft following(Course course) {
        var from = Moment.later(course.from(), span.start());
        if (span.end().isBefore(from)) {
            return this;
        }
        return course.at(from)
                .map(violation -> endingAt(violation.span().end(), violation.numberAtEnd()))
                .orElseGet(() -> endingAt(from, course.number()));
    }

    private SourceDraft endingAt(Moment end, int number) {
        return end.isBefore(span.end()) ? new SourceDraft(source, span.until(end), numberAtStart, number) : this;
    }
}
