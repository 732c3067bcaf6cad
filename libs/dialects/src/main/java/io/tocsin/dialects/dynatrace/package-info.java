/**
 * Dynatrace's events as they travel: the v1 feed and push, the v2 list and ingest, selectors, times and error bodies.
 * docs/dialects/dynatrace.md says what is covered and what becomes of each field.
 */
package io.tocsin.dialects.dynatrace;
