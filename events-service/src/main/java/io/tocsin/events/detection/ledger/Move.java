package io.tocsin.events.detection.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.tocsin.model.message.EventNotification.Kind;

/**
 * A detected event which is not as it was.
 *
 * @param before null when it is new
 */
public record Move(Told before, Told after) {

    /** What those who opted in are to be told, in this order; nothing when it is too small a change, or about the past. */
    public List<Kind> tidings() {
        var tidings = new ArrayList<Kind>();
        var first = after.isTold() && (before == null || !before.isTold());
        if (first) {
            tidings.add(Kind.DETECTED);
        }
        if (after.isTold()) {
            (first ? end() : change()).ifPresent(tidings::add);
        }
        return tidings;
    }

    private Optional<Kind> end() {
        return switch (after.state()) {
            case ACTIVE -> Optional.empty();
            case RESOLVED -> Optional.of(Kind.RESOLVED);
            case MERGED -> Optional.of(Kind.MERGED);
            case WITHDRAWN -> Optional.of(Kind.WITHDRAWN);
        };
    }

    private Optional<Kind> change() {
        if (after.state() != before.state() && !after.isActive()) {
            return end();
        }
        var same = after.state() == before.state() && after.component().equals(before.component())
                && after.severity() == before.severity();
        return same ? Optional.empty() : Optional.of(Kind.CHANGED);
    }

    /** Whether the account group hears now that it began: it was not touched before, or believed that it was over. */
    public boolean opensIn(String accountGroup) {
        return !wasOpenIn(accountGroup) && (after.isActive() || isNewIn(accountGroup));
    }

    public boolean closesIn(String accountGroup) {
        return !after.isActive() && (wasOpenIn(accountGroup) || isNewIn(accountGroup));
    }

    /** Whether the account group believed until now that another component was at fault. */
    public boolean renamesIn(String accountGroup) {
        return wasOpenIn(accountGroup) && after.isActive() && !after.component().equals(before.component());
    }

    /** Whether there is something to tell to whoever reads the account group's events. */
    public boolean isHeardIn(String accountGroup) {
        return opensIn(accountGroup) || renamesIn(accountGroup) || closesIn(accountGroup);
    }

    private boolean isNewIn(String accountGroup) {
        return before == null || !before.accountGroups().contains(accountGroup);
    }

    private boolean wasOpenIn(String accountGroup) {
        return before != null && before.isActive() && before.accountGroups().contains(accountGroup);
    }

    /** Whether it touches other flows than before. */
    public boolean movesFlows() {
        return before == null || !before.flows().equals(after.flows());
    }
}
