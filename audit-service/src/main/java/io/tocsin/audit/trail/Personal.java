package io.tocsin.audit.trail;

import io.tocsin.audit.person.Subject;

/** What an entry says of somebody, among what else it says. */
record Personal(Subject subject, Object value) {}
