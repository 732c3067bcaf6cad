package io.tocsin.events.detection.run;

import jakarta.inject.Singleton;

/** What is stored about detection. */
@Singleton
class Stores {

    private final ProgressStore progress;
    private final ToldStore told;
    private final FactsStore facts;

    Stores(ProgressStore progress, ToldStore told, FactsStore facts) {
        this.progress = progress;
        this.told = told;
        this.facts = facts;
    }

    ProgressStore progress() {
        return progress;
    }

    ToldStore told() {
        return told;
    }

    FactsStore facts() {
        return facts;
    }
}
