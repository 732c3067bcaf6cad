package io.tocsin.events.result;

import java.util.UUID;

import io.tocsin.model.result.TestResult;

/**
 * One result ready to be stored.
 *
 * @param message the id of the message which tells of it
 */
record ResultRow(TestResult result, ResultName name, ResultJson json, UUID message) {}
