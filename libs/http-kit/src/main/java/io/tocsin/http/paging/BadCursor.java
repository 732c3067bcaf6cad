package io.tocsin.http.paging;

import io.tocsin.http.problem.Invalid;

/** The cursor is no cursor of ours, or belongs to another query. Answered 400. */
public class BadCursor extends Invalid {

    private static final long serialVersionUID = 1;

    public BadCursor() {
        super("cursor", "is unreadable or belongs to another query; start again without it");
    }
}
