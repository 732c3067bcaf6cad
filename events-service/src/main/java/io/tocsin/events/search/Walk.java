package io.tocsin.events.search;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/**
 * The way through a window for one page, a statement a step.
 *
 * @param request what of it is still to be found
 * @param unread in the order of reading
 */
record Walk(PageRequest request, List<Stretch> unread, Pace pace) {

    static Walk begin(PageRequest request, Clock clock) {
        return new Walk(request, request.stretches(clock), Pace.UNKNOWN);
    }

    boolean isOver() { return request.limit() <= 0 || unread.isEmpty(); }

    /** What the next statement reads. */
    Stretch next() {
        var first = unread.get(0);
        return first.reading() == Reading.FREELY ? first : pace.next(first, request.limit(), request.order());
    }

    /** Where it goes on when the next statement came back with this. */
    Walk behind(Findings findings) {
        var read = findings.cutOff().map(at -> next().before(at, request.order())).orElse(next());
        return new Walk(request.behind(findings.events()), unreadBehind(read), pace(read, findings));
    }

    private List<Stretch> unreadBehind(Stretch read) {
        var rest = Stream.of(unread.get(0).behind(read, request.order())).filter(stretch -> !stretch.isEmpty());
        return Stream.concat(rest, unread.stream().skip(1)).toList();
    }

    private Pace pace(Stretch read, Findings findings) {
        var matched = findings.events().size();
        return findings.cutOff().isPresent() ? pace.cutOff(read, matched) : pace.through(read, matched);
    }
}
