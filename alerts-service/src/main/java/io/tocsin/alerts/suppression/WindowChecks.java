package io.tocsin.alerts.suppression;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import jakarta.inject.Singleton;
import jakarta.validation.Validator;

import io.tocsin.http.problem.FieldError;
import io.tocsin.http.problem.Invalid;
import io.tocsin.http.time.Timestamps;

/** Tells an author everything that is wrong with a window at once, and refuses one which would never be open. */
@Singleton
class WindowChecks {

    private final Validator validator;
    private final Clock clock;

    WindowChecks(Validator validator, Clock clock) {
        this.validator = validator;
        this.clock = clock;
    }

    /** The settings in the form in which they are kept. Fails with {@link Invalid}, whose errors name each member. */
    WindowSettings checked(WindowSettings settings) {
        var errors = new ArrayList<FieldError>();
        validator.validate(settings).forEach(violation -> errors.add(FieldError.of(violation)));
        RepeatChecks.check(settings, errors::add);
        refuse(errors);
        var kept = settings.startingAt(
                Timestamps.parse("startDate", settings.startDate()).truncatedTo(ChronoUnit.SECONDS));
        checkOccurrence(kept.recurrence(), errors);
        refuse(errors);
        return kept;
    }

    /** The same for a window which nobody knew before: one which is over already would do nothing. */
    WindowSettings checkedNew(WindowSettings settings) {
        var kept = checked(settings);
        kept.recurrence()
                .endsAt()
                .filter(end -> !end.isAfter(clock.instant()))
                .ifPresent(end -> {
                    throw new Invalid("startDate", "the window would never be open: it was over at " + end);
                });
        return kept;
    }

    private static void checkOccurrence(Recurrence recurrence, List<FieldError> errors) {
        var dates = recurrence.dates();
        if (!recurrence.occurs()) {
            errors.add(FieldError.of("endRepeat.date", "the window would never be open: the first date on which it could is "
                    + dates.earliestFrom(dates.first())));
        }
        var untilRepeated = Duration.ofDays(dates.fewestDaysBetween());
        var opensOnce = recurrence.last() != null && !recurrence.last().isAfter(dates.earliestFrom(dates.first()));
        if (!opensOnce && recurrence.length().compareTo(untilRepeated) >= 0) {
            errors.add(FieldError.of("duration", "the window would never close: it repeats after %d s, and must be shorter"
                    .formatted(untilRepeated.toSeconds())));
        }
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw new Invalid(errors.stream().sorted(Comparator.comparing(FieldError::field)).toList());
        }
    }
}
