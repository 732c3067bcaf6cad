package io.tocsin.dialects.dynatrace;

/** What stands between the parentheses of a criterion. */
public sealed interface SelectorArgument permits SelectorValue, SelectorCriterion {}
