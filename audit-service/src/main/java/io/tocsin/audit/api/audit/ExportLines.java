package io.tocsin.audit.api.audit;

/** Some lines of an export, which are JSON already; without the last line break. */
record ExportLines(String text) {}
