package io.tocsin.notifier.api;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.tocsin.http.paging.PageUrls;
import io.tocsin.http.paging.Shown;
import io.tocsin.http.server.PublicUrl;
import io.tocsin.notifier.api.Link.Links;
import io.tocsin.notifier.search.DeliveryRecord;
import io.tocsin.notifier.search.Place;
import io.vertx.core.http.HttpServerRequest;

/** Deliveries as the API shows them, with their links. */
@Singleton
class DeliveryPages {

    static final String PATH = "/notifications/deliveries";

    private final PublicUrl publicUrl;
    private final PageUrls pageUrls;

    DeliveryPages(PublicUrl publicUrl, PageUrls pageUrls) {
        this.publicUrl = publicUrl;
        this.pageUrls = pageUrls;
    }

    /** @param found one more than was asked for, where there is a next page */
    DeliveryPage page(List<DeliveryRecord> found, DeliveryQuestion question, HttpServerRequest call) {
        var shown = Shown.of(found, question.limit());
        var next = shown.goesOnAfter()
                .map(last -> new Link(pageUrls.at(call, question.cursor(Place.of(last)))))
                .orElse(null);
        var accountGroup = question.filter().scope().accountGroup();
        return new DeliveryPage(shown.items().stream().map(delivery -> listed(delivery, accountGroup)).toList(),
                new Links(new Link(pageUrls.self(call)), next));
    }

    DeliveryJson whole(DeliveryRecord delivery, String accountGroup) {
        return DeliveryJson.whole(delivery, href(delivery.id(), accountGroup));
    }

    DeliveryJson listed(DeliveryRecord delivery, String accountGroup) {
        return DeliveryJson.listed(delivery, href(delivery.id(), accountGroup));
    }

    String href(UUID id, String accountGroup) {
        return publicUrl.of(PATH + "/" + id + "?aid=" + accountGroup);
    }
}
