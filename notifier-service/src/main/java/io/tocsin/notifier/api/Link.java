package io.tocsin.notifier.api;

import com.fasterxml.jackson.annotation.JsonInclude;

/** Where a client goes on, in the form of HAL. */
record Link(String href) {

    /** @param next null on the last page */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Links(Link self, Link next) {

        static Links self(String href) {
            return new Links(new Link(href), null);
        }
    }
}
