package io.tocsin.notifier.api;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.tocsin.notifier.mail.EventNotices;
import io.tocsin.notifier.mail.Languages;
import io.tocsin.notifier.unsubscribe.Offer;
import io.tocsin.notifier.unsubscribe.Reach;

/** What somebody sees who follows a link for unsubscribing, in the language of the mail. */
@Singleton
class UnsubscribePages {

    /** A page of ours alone: no script, nothing from elsewhere, in no frame of others; its URL goes nowhere. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none';"
            + " frame-ancestors 'none'";

    private final Languages languages;

    UnsubscribePages(Languages languages) {
        this.languages = languages;
    }

    @CheckedTemplate(basePath = "unsubscribe")
    static class Templates {

        private Templates() {}

        static native TemplateInstance page(String language, String title, String text, List<PageButton> buttons);
    }

    RestResponse<String> question(Offer offer) {
        var language = languages.of(offer.organization());
        var words = languages.words(UnsubscribeWords.class, language);
        var everything = new PageButton("everything", words.everything());
        var buttons = rule(offer, Reach.RULE, words)
                .filter(rule -> offer.reach() == Reach.RULE)
                .map(rule -> List.of(new PageButton("rule", words.onlyRule(rule)), everything))
                .orElseGet(() -> List.of(everything));
        return page(Status.OK, language, words.title(), words.question(offer.recipient()), buttons);
    }

    RestResponse<String> done(Offer offer, Reach reach) {
        var language = languages.of(offer.organization());
        var words = languages.words(UnsubscribeWords.class, language);
        var text = rule(offer, reach, words)
                .map(rule -> words.doneRule(offer.recipient(), rule))
                .orElseGet(() -> words.doneEverything(offer.recipient()));
        return page(Status.OK, language, words.done(), text, List.of());
    }

    RestResponse<String> unknown() {
        var words = languages.words(UnsubscribeWords.class, languages.usual());
        return page(Status.NOT_FOUND, languages.usual(), words.broken(), words.unknown(), List.of());
    }

    RestResponse<String> broken() {
        var words = languages.words(UnsubscribeWords.class, languages.usual());
        return page(Status.BAD_REQUEST, languages.usual(), words.broken(), words.cut(), List.of());
    }

    private static Optional<String> rule(Offer offer, Reach reach, UnsubscribeWords words) {
        return offer.rule(reach)
                .map(id -> id.equals(EventNotices.ruleId(offer.accountGroup().id()))
                        ? words.detectedEvents(offer.accountGroup().name())
                        : Optional.ofNullable(offer.ruleName()).orElse(id));
    }

    private static RestResponse<String> page(Status status, Locale language, String title, String text,
            List<PageButton> buttons) {
        return ResponseBuilder.create(status, Templates.page(language.toLanguageTag(), title, text, buttons).render())
                .header("Content-Type", "text/html; charset=utf-8")
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex, nofollow")
                .build();
    }
}
