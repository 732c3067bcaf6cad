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
                .map(window -> answer(window, null, aid))
                .toList();
        return new WindowList(items, new SelfLink(links.windows(aid)));
    }

    /** @param expand comma-separated; its word {@code test} asks for the tests */
    static boolean wantsTests(String expand) {
        return expand != null && List.of(expand.split("\\s*,\\s*")).contains("test");
    }

    /** @param tests null where nobody wants them */
    WindowAnswer answer(SuppressionWindow window, List<TestItem> tests, String aid) {
        return new WindowAnswer(Long.toString(window.id()), window.settings(), window.status(clock.instant()).word(), tests,
                new SelfLink(links.window(window.id(), aid)));
    }
}
