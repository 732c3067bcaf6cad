package io.tocsin.events.api.dynatrace;

import jakarta.inject.Singleton;

import io.tocsin.dialects.dynatrace.DynatraceEntities;
import io.tocsin.events.entity.EntityBook;
import io.tocsin.events.record.RecordedListener;
import io.tocsin.model.Event;

/** Makes an entity of every host which events of other dialects name, so that selectors find it. */
@Singleton
class HostNotices implements RecordedListener {

    private final EntityBook entities;

    HostNotices(EntityBook entities) {
        this.entities = entities;
    }

    @Override
    public void recorded(Event event) {
        var content = event.content();
        if (content.entity() == null && content.host() != null) {
            entities.noticed(event.scope(), content.host(), DynatraceEntities::host);
        }
    }
}
