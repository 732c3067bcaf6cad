package io.tocsin.dialects.dynatrace;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Which entities a push is about (wire/dynatrace.md §4).
 *
 * @param entityIds null when none was given, as the answer to a push which matches nothing shows it
 * @param tagRules null when none was given
 */
public record AttachRules(List<String> entityIds, List<TagRule> tagRules) {

    /** The entities of one of these types which have all of these tags. */
    public record TagRule(List<String> meTypes, List<DynatraceTag> tags) {

        private String display() {
            var shown = tags.stream()
                    .map(tag -> "[" + tag.context() + "]" + tag.key() + (tag.value() == null ? "" : ":" + tag.value()))
                    .collect(Collectors.joining(", ", "[", "]"));
            return "TagMatchRule{meTypes=[" + String.join(", ", meTypes) + "], tags=" + shown + "}";
        }
    }

    /** What a client is told when no entity has an id or the tags that it named; recorded word by word. */
    public DynatraceRejected matchNothing() {
        return DynatraceRejected.unreadable("Invalid attachRules object provided. No entity IDs match: Matching rule: "
                + "PushEventAttachRules{entityIds=" + display(entityIds) + ", tagRules=" + displayedRules() + "}");
    }

    private String displayedRules() {
        return display(tagRules == null ? null : tagRules.stream().map(TagRule::display).toList());
    }

    private static String display(List<String> texts) {
        return texts == null ? "null" : "[" + String.join(", ", texts) + "]";
    }
}
