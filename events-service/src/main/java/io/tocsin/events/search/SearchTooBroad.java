package io.tocsin.events.search;

import java.time.Duration;

import io.tocsin.http.problem.CallFailed;
import io.tocsin.http.problem.Failure;

/** A search looked at more events than it may. It asks for what no index finds, over too much time; answered 400. */
public class SearchTooBroad extends CallFailed {

    private static final long serialVersionUID = 1;

    SearchTooBroad(Duration limit) {
        super(Failure.of(400,
                ("The search is too broad: it was stopped after %s ms. Ask for a shorter time, or for a word, a tag or"
                        + " an attribute without wildcards.").formatted(limit.toMillis())));
    }
}
