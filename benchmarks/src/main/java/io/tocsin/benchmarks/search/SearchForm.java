package io.tocsin.benchmarks.search;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/** A form of search: what is asked for is another thing each time. */
enum SearchForm {

    /** Six hours somewhere in the past eight weeks. */
    TIME("time: any 6 hours") {
        @Override
        Search any(Instant end) {
            var from = end.minus(Duration.ofMinutes(random(60 * 24 * 7 * StoredEvents.WEEKS - 360) + 360L));
            return new Search("*", from, from.plus(Duration.ofHours(6)));
        }
    },
    COMMON_TAG("tag in 1 of 3") {
        @Override
        Search any(Instant end) {
            return inAll("env:" + (random(2) == 0 ? "prod" : "test"), end);
        }
    },
    TAG("tag in 1 of 300") {
        @Override
        Search any(Instant end) {
            return inAll("service:svc-" + random(StoredEvents.SERVICES), end);
        }
    },
    HOST("host in 1 of 20,000") {
        @Override
        Search any(Instant end) {
            return inAll("host:web-" + random(StoredEvents.HOSTS) + ".example.com", end);
        }
    },
    COMMON_WORD("word in 1 of 4") {
        @Override
        Search any(Instant end) {
            return inAll("w" + (10 + random(10)), end);
        }
    },
    WORD("word in 1 of 2,000") {
        @Override
        Search any(Instant end) {
            return inAll("w" + (StoredEvents.WORDS / 2 + random(StoredEvents.WORDS / 2)), end);
        }
    },
    TOGETHER("tag, source, word") {
        @Override
        Search any(Instant end) {
            return inAll("env:prod source:nagios w" + (1 + random(9)), end);
        }
    },
    ALL_TOGETHER("tags, source, word") {
        @Override
        Search any(Instant end) {
            return inAll("env:prod service:svc-" + random(StoredEvents.SERVICES) + " source:nagios w" + random(10), end);
        }
    };

    /** @param until exclusive */
    record Search(String query, Instant from, Instant until) {}

    private final String title;

    SearchForm(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    abstract Search any(Instant end);

    private static Search inAll(String query, Instant end) {
        return new Search(query, end.minus(Duration.ofDays(7L * StoredEvents.WEEKS)), end);
    }

    private static int random(int bound) {
        return ThreadLocalRandom.current().nextInt(bound);
    }
}
