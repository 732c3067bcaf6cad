package io.tocsin.alerts.api.thousandeyes;

import java.time.Clock;
import java.util.List;

import jakarta.inject.Singleton;

import io.tocsin.alerts.suppression.SuppressionWindow;

/** From suppression windows to ThousandEyes' forms of them, wire/thousandeyes.md §3.7. */
@Singleton
class WindowTranslator {

    private final Links links;
    private final Clock clock;

    WindowTranslator(Links links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    WindowList list(List<SuppressionWindow> windows, String aid) {
        var items = windows.stream()
                .map(window -> answer(window, aid, null))
                .toList();
        return new WindowList(items, new SelfLink(links.windows(aid)));
    }

    /** @param expand comma-separated; its word {@code test} asks for the tests */
    WindowAnswer detail(SuppressionWindow window, String aid, String expand) {
        var wanted = expand != null && List.of(expand.split("\\s*,\\s*")).contains("test");
        return answer(window, aid, wanted ? tests(window, aid) : null);
    }

    private WindowAnswer answer(SuppressionWindow window, String aid, List<RuleDetail.Test> tests) {
        return new WindowAnswer(Long.toString(window.id()), window.settings(), window.status(clock.instant()).word(), tests,
                new SelfLink(links.window(window.id(), aid)));
    }

    private List<RuleDetail.Test> tests(SuppressionWindow window, String aid) {
        return window.settings()
                .testIds()
                .stream()
                .map(test -> new RuleDetail.Test(test, new SelfLink(links.test(test, aid))))
                .toList();
    }
}
