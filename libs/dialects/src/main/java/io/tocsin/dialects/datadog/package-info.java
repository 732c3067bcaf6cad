/**
 * What Datadog's Events API v1 says on the wire, and what it means in the canonical model. Pure: no HTTP, no database. What is
 * covered, and where Tocsin had to choose, stands in {@code docs/dialects/datadog.md}.
 */
package io.tocsin.dialects.datadog;
