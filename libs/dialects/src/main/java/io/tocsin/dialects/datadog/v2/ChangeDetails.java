package io.tocsin.dialects.datadog.v2;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a change says: which resource was changed, by whom, from what to what. */
final class ChangeDetails {

    private static final Set<String> MEMBERS = Set.of("changed_resource", "author", "impacted_resources", "new_value",
            "prev_value", "change_metadata");
    private static final Set<String> NAMED = Set.of("name", "type");

    private static final int LONGEST_NAME = 128;
    private static final int MOST_RESOURCES = 100;

    private static final JsonLimits METADATA = new JsonLimits(100, 10);
    /** Ours; the original names none for values. */
    private static final JsonLimits VALUE = new JsonLimits(1000, 20);

    private ChangeDetails() {}

    static Map<String, Object> read(JsonPlace change) {
        change.object(MEMBERS);
        CustomSize.check(change);
        var details = new LinkedHashMap<String, Object>();
        details.put("changed_resource", named(change.at("changed_resource").required(), Set.of("feature_flag",
                "configuration")));
        details.put("author", named(change.at("author"), Set.of("user", "system", "api", "automation")));
        details.put("impacted_resources", impacted(change.at("impacted_resources")));
        details.put("new_value", change.at("new_value").free(VALUE));
        details.put("prev_value", change.at("prev_value").free(VALUE));
        details.put("change_metadata", change.at("change_metadata").free(METADATA));
        details.values().removeIf(value -> value == null);
        return details;
    }

    private static List<Map<String, Object>> impacted(JsonPlace resources) {
        var items = resources.items(0, MOST_RESOURCES);
        return items == null ? null : items.stream().map(item -> named(item, Set.of("service"))).toList();
    }

    private static Map<String, Object> named(JsonPlace thing, Set<String> types) {
        if (!thing.isThere()) {
            return null;
        }
        thing.object(NAMED);
        var named = new LinkedHashMap<String, Object>();
        named.put("name", name(thing.at("name").required()));
        named.put("type", thing.at("type").required().word(types));
        return named;
    }

    private static String name(JsonPlace place) {
        var name = place.text(LONGEST_NAME);
        if (name != null && !name.isEmpty() && name.isBlank()) {
            place.complain("value must have a character which is not blank");
        }
        return name;
    }
}
