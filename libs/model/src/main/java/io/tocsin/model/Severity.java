package io.tocsin.model;

/** What kind of statement an event makes: the union of the vendors' words, so that each dialect reads back what it wrote. */
public enum Severity {
    ERROR, WARNING, SUCCESS, INFO, USER_UPDATE, RECOMMENDATION, SNAPSHOT
}
