/**
 * What Datadog's Events API v2 says on the wire (wire/datadog.md §4, §5 and §7), and what it means in the canonical model. Pure:
 * no HTTP, no database.
 */
package io.tocsin.dialects.datadog.v2;
