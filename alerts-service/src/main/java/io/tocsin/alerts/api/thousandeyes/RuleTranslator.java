package io.tocsin.alerts.api.thousandeyes;

import java.util.List;

import jakarta.inject.Singleton;

import io.tocsin.alerts.rule.Rule;

/** From rules to ThousandEyes' forms of them, wire/thousandeyes.md §3.5. */
@Singleton
class RuleTranslator {

    private final Links links;

    RuleTranslator(Links links) {
        this.links = links;
    }

    RuleList list(List<Rule> rules, String aid) {
        var items = rules.stream()
                .map(rule -> new RuleList.Item(id(rule), rule.settings()))
                .toList();
        return new RuleList(items, new SelfLink(links.rules(aid)));
    }

    RuleAnswer answer(Rule rule, String aid) {
        return new RuleAnswer(id(rule), rule.settings(), self(rule, aid));
    }

    RuleDetail detail(Rule rule, List<TestItem> tests, String aid) {
        return new RuleDetail(id(rule), rule.settings(), tests, self(rule, aid));
    }

    private SelfLink self(Rule rule, String aid) {
        return new SelfLink(links.rule(rule.id(), aid));
    }

    private static String id(Rule rule) {
        return Long.toString(rule.id());
    }
}
