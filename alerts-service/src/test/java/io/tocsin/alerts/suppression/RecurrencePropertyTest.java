package io.tocsin.alerts.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Recurrences against an enumeration, day by day, of all that ThousandEyes' words for them say (wire/thousandeyes.md §3.7). */
class RecurrencePropertyTest {

    private static final int DAYS = 800;

    private static final List<String> WEEK = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");

    @Property(tries = 400)
    void aWindowIsOpenExactlyWithinItsOccurrences(@ForAll("windows") WindowSettings window, @ForAll("hours") int hours) {
        var instant = Instant.parse(window.startDate()).plus(Duration.ofMinutes(hours * 20L));
        var length = Duration.ofSeconds(window.duration());

        var open = enumerate(window).stream()
                .anyMatch(start -> !instant.isBefore(start) && instant.isBefore(start.plus(length)));

        assertThat(window.recurrence().isOpenAt(instant)).isEqualTo(open);
    }

    @Property(tries = 400)
    void theNextOpeningIsTheFirstOccurrenceAfterIt(@ForAll("windows") WindowSettings window, @ForAll("hours") int hours) {
        var instant = Instant.parse(window.startDate()).plus(Duration.ofMinutes(hours * 20L));

        var next = enumerate(window).stream().filter(start -> start.isAfter(instant)).findFirst();

        assertThat(window.recurrence().opensAfter(instant)).isEqualTo(next);
    }

    @Property(tries = 400)
    void aWindowIsAsItWasUntilItChanges(@ForAll("windows") WindowSettings window, @ForAll("hours") int hours) {
        var instant = Instant.parse(window.startDate()).plus(Duration.ofMinutes(hours * 20L));
        var recurrence = window.recurrence();
        var open = recurrence.isOpenAt(instant);

        var change = recurrence.changesAfter(instant);

        assertThat(change.map(at -> recurrence.isOpenAt(at) != open && recurrence.isOpenAt(at.minusSeconds(1)) == open))
                .isNotEqualTo(java.util.Optional.of(false));
        assertThat(change.isEmpty()).isEqualTo(!open && recurrence.opensAfter(instant).isEmpty());
    }

    @Property(tries = 400)
    void afterItsEndAWindowNeverOpens(@ForAll("windows") WindowSettings window) {
        var recurrence = window.recurrence();

        recurrence.endsAt().ifPresent(end -> {
            assertThat(recurrence.opensAfter(end)).isEmpty();
            assertThat(recurrence.isOpenAt(end)).isFalse();
            assertThat(recurrence.isOpenAt(end.minusSeconds(1))).isTrue();
        });
        assertThat(recurrence.endsAt().isEmpty()).isEqualTo(window.endRepeat() != null && window.endRepeat().isNever());
    }

    private static List<Instant> enumerate(WindowSettings window) {
        var zone = ZoneId.of(window.timeZone());
        var start = Instant.parse(window.startDate()).atZone(zone);
        var dates = IntStream.range(0, DAYS)
                .mapToObj(start.toLocalDate()::plusDays)
                .filter(date -> opensOn(window, start.toLocalDate(), date));
        var limited = switch (window.endRepeat().type()) {
            case "count" -> dates.limit(window.endRepeat().count());
            case "date" -> dates.filter(date -> !date.isAfter(LocalDate.parse(window.endRepeat().date())));
            default -> dates;
        };
        return limited.map(date -> LocalDateTime.of(date, start.toLocalTime()).atZone(zone).toInstant()).toList();
    }

    private static boolean opensOn(WindowSettings window, LocalDate first, LocalDate date) {
        var repeat = window.repeat();
        var unit = repeat.isCustom() ? repeat.intervalType() : repeat.type();
        int length = repeat.intervalLength() == null ? 1 : repeat.intervalLength();
        return switch (unit) {
            case "day" -> (date.toEpochDay() - first.toEpochDay()) % length == 0;
            case "week" -> (sunday(date) - sunday(first)) / 7 % length == 0
                    && (repeat.namesDays()
                            ? repeat.daysOfWeek().contains(WEEK.get(date.getDayOfWeek().getValue() % 7))
                            : date.getDayOfWeek() == first.getDayOfWeek());
            default -> (months(date) - months(first)) % length == 0
                    && date.getDayOfMonth() == Math.min(first.getDayOfMonth(), date.lengthOfMonth());
        };
    }

    private static long sunday(LocalDate date) {
        return date.toEpochDay() - date.getDayOfWeek().getValue() % 7;
    }

    private static int months(LocalDate date) {
        return date.getYear() * 12 + date.getMonthValue();
    }

    @Provide
    Arbitrary<Integer> hours() {
        return Arbitraries.integers().between(-100, 40_000);
    }

    /** Beginning at any second of four years, in zones with and without clock changes, at most as long as an occurrence may be. */
    @Provide
    Arbitrary<WindowSettings> windows() {
        var starts = Arbitraries.longs().between(1_700_000_000L, 1_826_000_000L);
        var zones = Arbitraries.of("UTC", "Europe/Oslo", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata");
        var lengths = Arbitraries.integers().between(1, 79_000);
        return Combinators.combine(starts, zones, lengths, repeats(), ends())
                .as((start, zone, length, repeat, end) -> new WindowSettings("w", true, Instant.ofEpochSecond(start).toString(),
                        length, repeat, end.at(Instant.ofEpochSecond(start)), zone, null, List.of("1")))
                .filter(window -> window.recurrence().occurs());
    }

    private static Arbitrary<WindowRepeat> repeats() {
        var plain = Arbitraries.of("day", "week", "month").map(type -> new WindowRepeat(type, null, null, null));
        var custom = Combinators.combine(Arbitraries.of("day", "week", "month"), Arbitraries.integers().between(1, 5))
                .as((unit, length) -> new WindowRepeat("custom", unit, length, null));
        var days = Arbitraries.of(WEEK).set().ofMinSize(1).map(List::copyOf);
        var weekdays = Combinators.combine(Arbitraries.integers().between(1, 4), days)
                .as((length, chosen) -> new WindowRepeat("custom", "week", length, chosen));
        return Arbitraries.oneOf(plain, custom, weekdays);
    }

    private static Arbitrary<End> ends() {
        return Combinators.combine(Arbitraries.of("count", "date", "never"), Arbitraries.integers().between(1, 50))
                .as(End::new);
    }

    private record End(String type, int number) {

        WindowEnd at(Instant start) {
            return new WindowEnd(type, type.equals("count") ? number : null,
                    type.equals("date")
                            ? LocalDate.ofInstant(start, java.time.ZoneOffset.UTC).plusDays(number * 7L).toString()
                            : null);
        }
    }
}
