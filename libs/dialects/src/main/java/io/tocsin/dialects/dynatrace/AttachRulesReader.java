package io.tocsin.dialects.dynatrace;

import java.util.Locale;
import java.util.Objects;

import io.tocsin.dialects.dynatrace.AttachRules.TagRule;

/** Reads {@code attachRules} of a push. */
final class AttachRulesReader {

    private static final String FIELD = "attachRules";
    private static final int LONGEST_ID = 200;
    private static final int LONGEST_TAG = 1000;

    private AttachRulesReader() {}

    /** Null, with its violation noted, when it cannot be read. */
    static AttachRules read(DynatraceFields push) {
        push.require(FIELD);
        var rules = push.object(FIELD);
        if (rules == null) {
            return null;
        }
        if (!rules.has("entityIds") && !rules.has("tagRule")) {
            return push.violated(FIELD, "must have entityIds or tagRule");
        }
        return new AttachRules(
                rules.has("entityIds") ? rules.texts("entityIds", LONGEST_ID).stream().distinct().toList() : null,
                rules.has("tagRule") ? rules.objects("tagRule").stream().map(AttachRulesReader::tagRule).toList() : null);
    }

    private static TagRule tagRule(DynatraceFields rule) {
        rule.require("meTypes");
        rule.require("tags");
        var tags = rule.json("tags").isTextual() || rule.json("tags").path(0).isTextual()
                ? rule.texts("tags", LONGEST_TAG).stream().map(DynatraceTag::parse).toList()
                : rule.objects("tags").stream().map(AttachRulesReader::tag).filter(Objects::nonNull).toList();
        return new TagRule(rule.texts("meTypes", LONGEST_ID), tags);
    }

    private static DynatraceTag tag(DynatraceFields tag) {
        var context = tag.has("context") ? tag.text("context", LONGEST_TAG) : DynatraceTag.CONTEXTLESS;
        var key = tag.requiredText("key", LONGEST_TAG);
        if (context != null && !DynatraceTag.isContext(context)) {
            return tag.violated("context", "must be one of " + String.join(", ", DynatraceTag.contexts()));
        }
        return key == null || context == null
                ? null
                : new DynatraceTag(context.toUpperCase(Locale.ROOT), key, tag.text("value", LONGEST_TAG));
    }
}
