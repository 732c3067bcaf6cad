package io.tocsin.e2e.domain;

import com.datadog.api.client.v1.model.EventAlertType;
import com.datadog.api.client.v1.model.EventCreateRequest;

/** An event in words: {@code anEvent("Disk full").failing().tagged("team:db").keyed("db-1/var").build()}. */
public final class AnEvent {

    private final EventCreateRequest request;

    private AnEvent(String title) {
        request = new EventCreateRequest(title, title);
    }

    public static AnEvent anEvent(String title) {
        return new AnEvent(title).failing();
    }

    public AnEvent failing() {
        request.setAlertType(EventAlertType.ERROR);
        return this;
    }

    /** Says that what its key names is well again. */
    public AnEvent recovering() {
        request.setAlertType(EventAlertType.SUCCESS);
        return this;
    }

    public AnEvent saying(String text) {
        request.setText(text);
        return this;
    }

    public AnEvent from(String host) {
        request.setHost(host);
        return this;
    }

    public AnEvent tagged(String tag) {
        request.addTagsItem(tag);
        return this;
    }

    public AnEvent keyed(String aggregationKey) {
        request.setAggregationKey(aggregationKey);
        return this;
    }

    public EventCreateRequest build() {
        return request;
    }
}
