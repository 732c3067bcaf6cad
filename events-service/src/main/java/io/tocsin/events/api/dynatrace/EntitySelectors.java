package io.tocsin.events.api.dynatrace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.tocsin.dialects.dynatrace.DynatraceEntities;
import io.tocsin.dialects.dynatrace.DynatraceRejected;
import io.tocsin.dialects.dynatrace.DynatraceTag;
import io.tocsin.dialects.dynatrace.DynatraceTimes;
import io.tocsin.dialects.dynatrace.SelectorCriterion;
import io.tocsin.events.entity.EntityFilter;
import io.tocsin.events.entity.EntityFilter.All;
import io.tocsin.events.entity.EntityFilter.Any;
import io.tocsin.events.entity.EntityFilter.FirstSeen;
import io.tocsin.events.entity.EntityFilter.HasName;
import io.tocsin.events.entity.EntityFilter.NameMatch;
import io.tocsin.events.entity.EntityFilter.Named;
import io.tocsin.events.entity.EntityFilter.Not;
import io.tocsin.events.entity.EntityFilter.OfTypes;
import io.tocsin.events.entity.EntityFilter.WithIds;

/** What an {@code entitySelector} asks for, as far as a server can know that sees entities only through events. */
final class EntitySelectors {

    private static final String TYPE = "type";
    private static final String ID = "entityId";

    private EntitySelectors() {}

    /** Fails with {@link DynatraceRejected}, which names the criterion. */
    static EntityFilter filter(List<SelectorCriterion> selector, Instant now) {
        var leading = selector.stream().filter(EntitySelectors::leads).toList();
        if (leading.size() != 1) {
            throw selector.get(0)
                    .rejected("does not stand beside exactly one of type(...) and entityId(...), which a selector"
                            + " needs");
        }
        return new All(selector.stream().map(criterion -> of(criterion, now)).toList());
    }

    /** The ids which it names, none when it goes by type. */
    static Set<String> ids(List<SelectorCriterion> selector) {
        return selector.stream()
                .filter(criterion -> criterion.name().equals(ID))
                .flatMap(criterion -> criterion.values().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean leads(SelectorCriterion criterion) {
        return criterion.name().equals(TYPE) || criterion.name().equals(ID);
    }

    private static EntityFilter of(SelectorCriterion criterion, Instant now) {
        return switch (criterion.name()) {
            case TYPE -> new OfTypes(Set.of(criterion.value()));
            case ID -> new WithIds(ofOneType(criterion));
            case "not" -> new Not(negatable(criterion.inner(), now));
            default -> detail(criterion, now);
        };
    }

    private static EntityFilter negatable(SelectorCriterion criterion, Instant now) {
        if (leads(criterion)) {
            throw criterion.rejected("cannot be negated");
        }
        return of(criterion, now);
    }

    private static EntityFilter detail(SelectorCriterion criterion, Instant now) {
        return switch (criterion.name()) {
            case "tag" -> new Any(criterion.values()
                    .stream()
                    .map(DynatraceTag::parse)
                    .map(tag -> (EntityFilter) PostedSubjects.tagged(tag))
                    .toList());
            case "mzId", "mzName" -> nothing(criterion);
            case "entityName.exists" -> new HasName();
            case "caseSensitive" -> named(criterion.inner(), true);
            case "firstSeenTms.gte" -> new FirstSeen(time(criterion, now), null);
            case "firstSeenTms.gt" -> new FirstSeen(justAfter(time(criterion, now)), null);
            case "firstSeenTms.lt" -> new FirstSeen(null, time(criterion, now));
            case "firstSeenTms.lte" -> new FirstSeen(null, justAfter(time(criterion, now)));
            default -> named(criterion, false);
        };
    }

    /** There are no management zones here, so that no entity is in one. */
    private static EntityFilter nothing(SelectorCriterion criterion) {
        criterion.values();
        return new Any(List.of());
    }

    private static EntityFilter named(SelectorCriterion criterion, boolean caseSensitive) {
        var match = switch (criterion.name()) {
            case "entityName", "entityName.contains" -> NameMatch.CONTAINS;
            case "entityName.startsWith" -> NameMatch.STARTS_WITH;
            case "entityName.equals", "entityName.in" -> NameMatch.EQUALS;
            default -> throw criterion.rejected("is not supported here; supported are type, entityId, tag, mzId, mzName,"
                    + " entityName, entityName.equals, .startsWith, .contains, .in, .exists, firstSeenTms.gte, .gt, .lte, .lt,"
                    + " caseSensitive and not");
        };
        return new Named(match, criterion.values(), caseSensitive);
    }

    private static Set<String> ofOneType(SelectorCriterion criterion) {
        var ids = new LinkedHashSet<>(criterion.values());
        var types = new ArrayList<String>();
        ids.forEach(id -> types.add(DynatraceEntities.typeOf(id)
                .orElseThrow(() -> criterion.rejected("takes ids such as HOST-E4D1E5F46E239F21, not '" + id + "'"))));
        if (types.stream().distinct().count() > 1) {
            throw criterion.rejected("takes ids of one type, not of " + String.join(" and ", new LinkedHashSet<>(types)));
        }
        return ids;
    }

    private static Instant time(SelectorCriterion criterion, Instant now) {
        return DynatraceTimes.parse(criterion.value(), now)
                .orElseThrow(() -> criterion.rejected("takes a time, such as 1631255744265 or now-3d, not '"
                        + criterion.value() + "'"));
    }

    /** Times are compared in whole milliseconds. */
    private static Instant justAfter(Instant time) {
        return time.plusMillis(1);
    }
}
