package io.tocsin.events.detection.run;

import jakarta.inject.Singleton;

import io.tocsin.events.result.ResultBook;

/** What detection reads and writes. */
@Singleton
class Stores {

    private final ResultBook results;
    private final ProgressStore progress;
    private final ToldStore told;
    private final ToldFlowStore flows;
    private final FactsStore facts;

    Stores(ResultBook results, ProgressStore progress, ToldStore told, ToldFlowStore flows, FactsStore facts) {
        this.results = results;
        this.progress = progress;
        this.told = told;
        this.flows = flows;
        this.facts = facts;
    }

    ResultBook results() {
        return results;
    }

    ProgressStore progress() {
        return progress;
    }

    ToldStore told() {
        return told;
    }

    ToldFlowStore flows() {
        return flows;
    }

    FactsStore facts() {
        return facts;
    }
}
