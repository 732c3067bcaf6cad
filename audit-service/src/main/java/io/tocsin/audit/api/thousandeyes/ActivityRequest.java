package io.tocsin.audit.api.thousandeyes;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.tocsin.audit.trail.ActivityQuery;
import io.tocsin.audit.trail.ActivityQuery.Place;
import io.tocsin.http.identity.Permission;
import io.tocsin.http.identity.Principal;
import io.tocsin.http.paging.BadCursor;
import io.tocsin.http.paging.Cursor;
import io.tocsin.http.paging.Cursor.Direction;
import io.tocsin.http.problem.Invalid;
import io.tocsin.http.time.TimeRange;
import io.tocsin.model.AccountGroup;
import io.tocsin.model.message.UserEvent;

/** What a caller may see of what he asks for (wire/thousandeyes.md §5), and how the pages beside it are asked for. */
public record ActivityRequest(ActivityQuery query) {

    static final int PAGE_SIZE = 100;

    /** A cursor keeps the range of the first page; SDKs repeat the other parameters beside it. */
    public static ActivityRequest of(Principal principal, ActivityParameters parameters, Clock clock) {
        var user = visibleUser(principal);
        var groups = accountGroups(principal, parameters);
        var range = TimeRange.of(parameters.window, parameters.startDate, parameters.endDate, clock);
        if (parameters.cursor != null) {
            var cursor = Cursor.decode(parameters.cursor, principal.organization(), groups, user);
            return new ActivityRequest(new ActivityQuery(principal.organization(), groups, user, cursor.from(), cursor.to(),
                    Optional.of(place(cursor)), PAGE_SIZE));
        }
        return new ActivityRequest(new ActivityQuery(principal.organization(), groups, user,
                range.map(TimeRange::start).orElse(null), range.map(TimeRange::end).orElse(null), Optional.empty(), PAGE_SIZE));
    }

    /** The cursor of the page on one side of this event. */
    public String cursor(Direction direction, UserEvent event) {
        return new Cursor(query.from(), query.to(), direction, event.date(), event.id().toString())
                .encode(query.organization(), query.accountGroups(), query.ofUser());
    }

    public Instant from() {
        return query.from();
    }

    public Instant to() {
        return query.to();
    }

    /** Null for everybody. */
    private static String visibleUser(Principal principal) {
        if (principal.permissions().contains(Permission.VIEW_ALL_ACTIVITY_LOG)) {
            return null;
        }
        principal.require(Permission.VIEW_OWN_ACTIVITY_LOG);
        return principal.user().id();
    }

    private static List<String> accountGroups(Principal principal, ActivityParameters parameters) {
        var asked = principal.accountGroup(parameters.aid).id();
        return flag("useAllPermittedAids", parameters.useAllPermittedAids)
                ? principal.accountGroups().stream().map(AccountGroup::id).sorted().toList()
                : List.of(asked);
    }

    private static boolean flag(String name, String value) {
        return switch (value == null ? "false" : value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new Invalid(name, "must be true or false");
        };
    }

    private static Place place(Cursor cursor) {
        try {
            return new Place(cursor.direction() == Direction.PREVIOUS, cursor.time(), UUID.fromString(cursor.id()));
        } catch (IllegalArgumentException e) {
            throw new BadCursor();
        }
    }
}
