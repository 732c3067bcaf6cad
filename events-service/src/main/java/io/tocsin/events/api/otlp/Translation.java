package io.tocsin.events.api.otlp;

import java.util.List;

import io.tocsin.model.result.TestResult;

/** The results of a request, and the points of it which are none. */
record Translation(List<TestResult> results, Rejections rejections) {}
