package io.tocsin.events.result;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonRawValue;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tocsin.model.message.ResultRecorded;
import io.tocsin.model.result.TestResult;

/** A message to be, and the results of which it will tell. */
final class MessageDraft {

    /** A message shall stay well below what its destination takes at once. */
    private static final int LONGEST = 200_000;
    private static final int MOST_RESULTS = 200;

    private final String subject;
    private final StringBuilder documents = new StringBuilder("[");
    private final List<Told> told = new ArrayList<>();

    private record Told(ResultName name, TestResult result, ResultJson json) {}

    /** As {@link ResultRecorded}, of results which are JSON already. */
    @RegisterForReflection
    record Payload(@JsonRawValue String results) {}

    MessageDraft(String subject) {
        this.subject = subject;
    }

    String subject() {
        return subject;
    }

    boolean hasRoomFor(ResultJson json) {
        return told.isEmpty() || told.size() < MOST_RESULTS && documents.length() + json.document().length() <= LONGEST;
    }

    void add(ResultName name, TestResult result, ResultJson json) {
        documents.append(told.isEmpty() ? "" : ",").append(json.document());
        told.add(new Told(name, result, json));
    }

    /** If all of them are new. */
    Payload payload() {
        return new Payload(documents + "]");
    }

    List<ResultRow> rows(UUID message) {
        var rows = new ArrayList<ResultRow>(told.size());
        for (var one : told) {
            rows.add(new ResultRow(one.name(), one.result(), one.json(), message, rows.size()));
        }
        return rows;
    }
}
