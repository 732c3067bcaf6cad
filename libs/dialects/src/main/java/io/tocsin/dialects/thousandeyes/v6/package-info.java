/**
 * The wire records of the ThousandEyes API v6 (wire/thousandeyes.md §6), alike in JSON and XML: ids are numbers, booleans are 0
 * and 1, times are {@code 2026-01-31 12:00:00} in UTC, absent members are left out. In XML each member is an element of its name
 * and each element of a list one more of them.
 */
package io.tocsin.dialects.thousandeyes.v6;
