package io.tocsin.alerts.result;

import java.util.List;

import io.tocsin.alerts.suppression.Suppressions;

/** All that decides about the results of one account group. */
record Watch(List<ResultRule> rules, Suppressions suppressions) {}
